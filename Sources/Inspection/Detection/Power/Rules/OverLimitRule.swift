/// Load above an ordered limit 超限产负荷: over the hours of a day under the order, more energy than the
/// order leaves of the baseline, a tolerance added, and two deviations of that baseline.
enum OverLimitRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    guard !site.limits.isEmpty else { return }
    for day in 0..<site.days { judge(day, site, into: &found) }
  }

  private static func judge(_ day: Int, _ site: PowerCase, into found: inout [DetectedAnomaly]) {
    let load = site[site.load]
    let tolerance = Float(site.settings.limitTolerance)
    var (energy, usual, allowed, variance): (Float, Float, Float, Float) = (0, 0, 0, 0)
    var (count, first, last, above) = (0, -1, -1, 0)
    for index in day * site.perDay..<(day + 1) * site.perDay
    where site.orders[index] == OrderSchedule.limit {
      let (drawn, expected) = (load[index], site.expected(index))
      guard drawn == drawn, expected == expected else { continue }
      let share = min(1, 1 - site.limits[index] + tolerance)
      let deviation = 1.4826 * site.deviation(index)
      energy += drawn
      usual += expected
      allowed += share * expected
      variance += deviation * deviation
      count += 1
      guard drawn > share * expected else { continue }
      if first < 0 { first = index }
      last = index
      above += 1
    }
    // A sixth of a day: below that one batch decides. Where rest is usual, there is nothing to limit.
    let threshold = site.reference(day * site.perDay).thresholds[Int(site.load.rawValue)]
    guard count * 6 >= site.perDay, usual > threshold * Float(count),
      above >= site.settings.minimumIntervals,
      energy > allowed + 2 * variance.squareRoot()
    else { return }
    let spell = Spell(start: first, end: last + 1, held: above)
    let excess = (energy - allowed) / max(usual - allowed, 0.05 * usual)
    found.append(
      site.anomaly(
        .overLimit, spell, severity: 0.3 + 0.7 * min(1, excess), circuit: site.load,
        value: energy / usual, reference: allowed / usual - tolerance))
  }
}
