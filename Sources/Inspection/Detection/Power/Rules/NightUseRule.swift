/// Night use is half as much again as day use, or more 夜间用电偏高: energy from 22:00 to 06:00 against
/// that of the day before and of the day after, so that the night in which a week begins or a rest
/// ends is none.
///
/// Nights under a stop are left to the rules on stops.
enum NightUseRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    let circuit = site.isMetered(.main) ? PowerCircuit.main : site.load
    var run: (spell: Spell, ratio: Float, nights: Int)?
    for day in 0..<site.days {
      guard let night = judge(day, circuit, site) else {
        report(&run, circuit, site, into: &found)
        continue
      }
      if let last = run {
        let spell = Spell(
          start: last.spell.start, end: night.spell.end, held: last.spell.held + night.spell.held)
        run = (spell, last.ratio + night.ratio, last.nights + 1)
      } else {
        run = (night.spell, night.ratio, 1)
      }
    }
    report(&run, circuit, site, into: &found)
  }

  /// The night after a day, if it is one of these.
  private static func judge(
    _ day: Int, _ circuit: PowerCircuit, _ site: PowerCase
  ) -> (spell: Spell, ratio: Float)? {
    let begin = day * site.perDay
    let light = begin + site.settings.nightEndInterval..<begin + site.settings.nightStartInterval
    let dark = light.upperBound..<begin + site.perDay + site.settings.nightEndInterval
    guard dark.upperBound <= site.count, site.orders[dark.lowerBound] != OrderSchedule.stop,
      site.orders[dark.upperBound - 1] != OrderSchedule.stop
    else { return nil }
    let load = site[circuit]
    guard let before = energy(load, light), let night = energy(load, dark) else { return nil }
    let next = light.lowerBound + site.perDay..<min(site.count, light.upperBound + site.perDay)
    let after = next.count == light.count ? energy(load, next) ?? 0 : 0
    let day = max(before, after)
    let mean = night / Float(dark.count)
    let threshold = site.reference(begin).thresholds[Int(circuit.rawValue)]
    // What is off all day and all night has no ratio worth a name.
    guard mean > 2 * threshold, night >= Float(site.settings.nightRatio) * day else { return nil }
    return (
      Spell(start: dark.lowerBound, end: dark.upperBound, held: dark.count),
      night / max(day, 0.1 * night)
    )
  }

  /// The sum of loads, gaps of a quarter at most filled by the mean; nil where more is missing.
  private static func energy(_ load: [Float], _ range: Range<Int>) -> Float? {
    var (sum, count): (Float, Int) = (0, 0)
    for index in range where load[index] == load[index] {
      sum += load[index]
      count += 1
    }
    guard count * 4 >= range.count * 3 else { return nil }
    return sum * Float(range.count) / Float(count)
  }

  private static func report(
    _ run: inout (spell: Spell, ratio: Float, nights: Int)?, _ circuit: PowerCircuit,
    _ site: PowerCase, into found: inout [DetectedAnomaly]
  ) {
    guard let nights = run else { return }
    run = nil
    let ratio = nights.ratio / Float(nights.nights)
    let excess = min(1, (ratio - Float(site.settings.nightRatio)) / 3)
    found.append(
      site.anomaly(
        .nightUse, nights.spell,
        severity: 0.3 + 0.4 * excess + 0.3 * min(1, Float(nights.nights) / 5), circuit: circuit,
        value: ratio, reference: Float(site.settings.nightRatio)))
  }
}
