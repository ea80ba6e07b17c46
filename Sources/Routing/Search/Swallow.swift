/// Forces an idle site into a shift, feasible or not, then ejects what is worth least.
///
/// After the swallow operator of Ke, Zhai, Li and Chan, Pareto mimic algorithm (2016).
struct Swallow {
  let weights: Weights

  /// Forces a site into one of the shifts where it adds least.
  func run(_ schedule: inout Schedule, _ site: Int32, _ random: inout Xoshiro256) {
    let model = schedule.model
    var best = Insertion.none
    var target = -1
    for shift in 0..<model.shiftCount where model.visits[shift] > 0 {
      let isStrict = random.below(2) == 0
      var found = schedule.cheapestGap(
        site, shift, allowance: .max, keepingWindows: isStrict)
      guard found.gap >= 0 else { continue }
      // A penalty drawn at random lets the second or third nearest shift win at times.
      found.extra += Int32(random.below(Int(max(1, found.extra / 2 + 1))))
      if found.extra < best.extra {
        best = found
        target = shift
      }
    }
    guard target >= 0 else { return }
    schedule.insert(site, target, gap: Int(best.gap))
    Ejection(weights: weights).run(&schedule, target, keeping: site, &random)
  }
}
