/// What meeting a rule and a second on the road are worth in prize, inside the search.
///
/// Solutions are ranked by ``Tally`` alone; the weights only steer.
struct Weights {
  /// Prize for a required site.
  let required: Int64
  /// Prize for a visit that a group asks for.
  var group: Int64
  /// What one unit of prize counts in a value.
  let perPrize: Int64
  /// What a second on the road counts in a value: all the time together counts as much as a
  /// thirtieth of the prize that can be collected, however fine the unit of prize.
  let perSecond: Int64

  /// The unit of ``perSecond`` where prizes are coarser than seconds.
  private static let precision: Int64 = 64

  init(_ model: Model) {
    var most: Int64 = 1
    var prizes: [Int64] = []
    for site in 0..<model.siteCount {
      most = max(most, abs(model.prize[site]))
      prizes.append(model.prize[site])
    }
    let slots = (0..<model.shiftCount).reduce(0) { $0 + Int(model.visits[$1]) }
    let time = (0..<model.shiftCount).reduce(Int64(0)) { $0 + Int64(model.limit[$1]) }
    let reachable = prizes.sorted(by: >).prefix(slots).reduce(Int64(0)) { $0 &+ max(0, $1) }
    group = 4 * most
    required = 16 * most
    perPrize = max(1, Self.precision * 30 * time / max(1, reachable))
    perSecond = perPrize > 1 ? Self.precision : max(1, reachable / max(1, 30 * time))
  }

  /// The prize of visiting an idle site now, with what it does for the rules.
  @inline(__always) func gain(of site: Int32, in schedule: borrowing Schedule) -> Int64 {
    var gain = schedule.model.prize[Int(site)]
    if schedule.groupWants(site) { gain += group }
    if schedule.model.required[Int(site)] { gain += required }
    return gain
  }

  /// What leaving out a visited site would lose.
  @inline(__always) func loss(of site: Int32, in schedule: borrowing Schedule) -> Int64 {
    var loss = schedule.model.prize[Int(site)]
    if schedule.groupNeeds(site) { loss += group }
    if schedule.model.required[Int(site)] { loss += required }
    return loss
  }

  /// Prize and time on the road as one number, the larger the better.
  @inline(__always) func value(prize: Int64, drive: Int64) -> Int64 {
    prize * perPrize - drive * perSecond
  }

  /// A tally as one number, the larger the better.
  @inline(__always) func value(_ tally: Tally) -> Int64 {
    let rules =
      required * Int64(tally.requiredMissing) + group * Int64(tally.groupVisitsMissing)
    return value(prize: tally.prize - rules, drive: tally.drive)
  }
}
