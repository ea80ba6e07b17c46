/// Places required sites and one visit after another of each group, the most urgent first.
///
/// Urgent is what would lose most by not going to its best shift (regret); among equals the
/// farthest, or the nearest where there is not enough room for all.
struct RegretInsertion {
  private struct Place {
    var site: Int32
    var insertion: Insertion
  }

  private struct Urgency {
    var regret: Int64
    var extra: Int64
    var place: Place
    var shift: Int
  }

  let farthestFirst: Bool
  /// The candidates of each rule that is still open: one site, or the sites of a group.
  private var rules: [[Int32]]
  /// The cheapest place of each rule in each shift.
  private var places: [[Place?]]

  init(_ schedule: borrowing Schedule, farthestFirst: Bool) {
    let model = schedule.model
    self.farthestFirst = farthestFirst
    var groups = [[Int32]](repeating: [], count: model.groupCount)
    rules = []
    for site in 0..<Int32(model.siteCount) where schedule.shiftOf[Int(site)] < 0 {
      if model.required[Int(site)] { rules.append([site]) }
      let group = Int(model.group[Int(site)])
      if group >= 0, model.minimum[group] > 0 { groups[group].append(site) }
    }
    rules += groups.filter { !$0.isEmpty }
    places = []
  }

  /// Inserts until no open rule finds a place.
  mutating func run(_ schedule: inout Schedule) {
    places = rules.map { _ in [Place?](repeating: nil, count: schedule.model.shiftCount) }
    for shift in 0..<schedule.model.shiftCount { look(shift, schedule) }
    while true {
      var most: Urgency?
      for rule in rules.indices where isOpen(rule, schedule) {
        guard let urgency = urgency(rule, schedule) else { continue }
        if most.map({ isMore(urgency, $0) }) ?? true { most = urgency }
      }
      guard let most else { return }
      schedule.insert(most.place.site, most.shift, gap: Int(most.place.insertion.gap))
      forget(most.place.site, schedule)
      look(most.shift, schedule)
    }
  }

  private func isOpen(_ rule: Int, _ schedule: borrowing Schedule) -> Bool {
    guard let site = rules[rule].first else { return false }
    return schedule.model.required[Int(site)] && schedule.shiftOf[Int(site)] < 0
      || schedule.groupWants(site)
  }

  private func isMore(_ one: Urgency, _ other: Urgency) -> Bool {
    guard farthestFirst else {
      return one.extra != other.extra ? one.extra < other.extra : one.regret > other.regret
    }
    return one.regret != other.regret ? one.regret > other.regret : one.extra > other.extra
  }

  private func urgency(_ rule: Int, _ schedule: borrowing Schedule) -> Urgency? {
    var best: (place: Place, shift: Int)?
    var second = Int64(TravelTimes.unreachable)
    for shift in 0..<schedule.model.shiftCount where schedule.hasRoom(shift) {
      guard let place = places[rule][shift] else { continue }
      let extra = Int64(place.insertion.extra)
      if let known = best, extra >= Int64(known.place.insertion.extra) {
        second = min(second, extra)
      } else {
        if let known = best { second = Int64(known.place.insertion.extra) }
        best = (place, shift)
      }
    }
    guard let best else { return nil }
    let extra = Int64(best.place.insertion.extra)
    return Urgency(regret: second - extra, extra: extra, place: best.place, shift: best.shift)
  }

  /// Takes a placed site out of every rule.
  private mutating func forget(_ site: Int32, _ schedule: borrowing Schedule) {
    for rule in rules.indices where rules[rule].contains(site) {
      rules[rule].removeAll { $0 == site }
      for shift in 0..<schedule.model.shiftCount where places[rule][shift]?.site == site {
        places[rule][shift] = cheapest(rule, shift, schedule)
      }
    }
  }

  private mutating func look(_ shift: Int, _ schedule: borrowing Schedule) {
    for rule in rules.indices where isOpen(rule, schedule) {
      places[rule][shift] = cheapest(rule, shift, schedule)
    }
  }

  private func cheapest(_ rule: Int, _ shift: Int, _ schedule: borrowing Schedule) -> Place? {
    guard schedule.hasRoom(shift) else { return nil }
    var best: Place?
    for site in rules[rule] {
      let found = schedule.cheapestGap(site, shift)
      if found.gap >= 0, found.extra < best?.insertion.extra ?? .max {
        best = Place(site: site, insertion: found)
      }
    }
    return best
  }
}
