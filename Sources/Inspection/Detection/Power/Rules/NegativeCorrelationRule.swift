/// Treatment falls as production rises 产治负相关: Pearson's correlation over the running hours of a day
/// below -0.5, on two days in a row at least.
///
/// One day is not enough: loads a quarter of an hour apart
/// are alike, so a day holds fewer independent pairs than readings.
enum NegativeCorrelationRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    for (days, sum) in runs(in: site) { report(days, sum, site, into: &found) }
  }

  /// Days in a row on which treatment falls as production rises, and the sum of their correlations.
  static func runs(in site: PowerCase) -> [(days: Range<Int>, sum: Float)] {
    guard site.isMetered(.treatment) else { return [] }
    var runs: [(days: Range<Int>, sum: Float)] = []
    var run: (first: Int, sum: Float)?
    for day in 0...site.days {
      let correlation = day < site.days ? correlation(day, site) : nil
      if let correlation, correlation < Float(site.settings.negativeCorrelation) {
        run = (run?.first ?? day, (run?.sum ?? 0) + correlation)
      } else if let (first, sum) = run {
        run = nil
        if day - first >= 2 { runs.append((first..<day, sum)) }
      }
    }
    return runs
  }

  private static func report(
    _ days: Range<Int>, _ sum: Float, _ site: PowerCase, into found: inout [DetectedAnomaly]
  ) {
    let mean = sum / Float(days.count)
    let slots = days.lowerBound * site.perDay..<days.upperBound * site.perDay
    found.append(
      site.anomaly(
        .negativeCorrelation,
        Spell(start: slots.lowerBound, end: slots.upperBound, held: slots.count),
        severity: 0.3 + 0.4 * (-mean - 0.5) * 2 + 0.3 * min(1, Float(days.count) / 7),
        circuit: .treatment, value: mean, reference: Float(site.settings.negativeCorrelation)))
  }

  /// The correlation over the running hours of a day; nil where there are too few of them, or one
  /// hardly varies.
  private static func correlation(_ day: Int, _ site: PowerCase) -> Float? {
    let load = site.states(site.load)
    let (p, t) = (site[site.load], site[.treatment])
    let slots = day * site.perDay..<(day + 1) * site.perDay
    var (n, x, y, xx, yy, xy): (Float, Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0, 0)
    let reference = site.reference(slots.lowerBound)
    // About their own level, so that Floats suffice.
    let (a, b) = (
      reference.peaks[Int(site.load.rawValue)], max(SiteReference.nothing, reference.peaks[2])
    )
    guard a > 0 else { return nil }
    for index in slots where load[index] == PowerState.on && t[index] == t[index] {
      let (u, v) = (p[index] / a, t[index] / b)
      n += 1
      x += u
      y += v
      xx += u * u
      yy += v * v
      xy += u * v
    }
    guard n * 4 >= Float(site.perDay) else { return nil }
    let (varianceX, varianceY) = (xx / n - x / n * (x / n), yy / n - y / n * (y / n))
    // A tenth of its own level at least.
    guard varianceX > 0.01 * (x / n) * (x / n), varianceY > 0.01 * (y / n) * (y / n) else {
      return nil
    }
    return (xy / n - x / n * (y / n)) / (varianceX * varianceY).squareRoot()
  }
}
