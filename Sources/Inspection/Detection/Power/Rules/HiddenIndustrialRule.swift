/// An unlisted firm draws like industry behind a residential, warehouse or farm meter 隐蔽工业用电.
///
/// Like industry is a plateau: for four hours or more a load above 10 kW that hardly varies, switched
/// on and off, on a quarter of all days. Households do not reach the load, heating and cooling do not
/// stand still, cold stores never switch off. Off a ledger behind a meter of which nothing is known
/// counts for less.
enum HiddenIndustrialRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    let tariff = site.site.tariff
    guard tariff == .other || (tariff == .unknown && !site.site.isListed), !site.site.isBanned
    else { return }
    let circuit = site.isMetered(.main) ? PowerCircuit.main : site.load
    let peak = site.references.map { $0.peaks[Int(circuit.rawValue)] }.max() ?? 0
    guard peak >= Float(site.settings.industrialKW) else { return }
    let states = site.states(circuit)
    let measured = states.lazy.filter { $0 != PowerState.missing }.count
    let running = states.lazy.filter { $0 == PowerState.on }.count
    guard running * 10 < measured * 9 else { return }
    let days = plateaus(circuit, states, site)
    guard let first = days.first, let last = days.last, days.count >= 3,
      days.count * 4 * site.perDay >= measured
    else { return }
    let spell = Spell(
      start: first.start, end: last.end, held: days.reduce(0) { $0 + $1.held })
    let share = Float(days.count * site.perDay) / Float(measured)
    let known: Float = tariff == .other ? 1 : 0.5
    found.append(
      site.anomaly(
        .hiddenIndustrial, spell, severity: known * (0.5 + 0.5 * min(1, share)),
        circuit: circuit, value: peak, reference: Float(days.count)))
  }

  /// The longest plateau of every day that has one.
  private static func plateaus(
    _ circuit: PowerCircuit, _ states: [UInt8], _ site: PowerCase
  ) -> [Spell] {
    let load = site[circuit]
    let spells = Spell.find(in: site.measured, least: site.perDay / 6, perDay: nil) {
      states[$0] == PowerState.on
    }
    var days: [Spell] = []
    for spell in spells where isLevel(load, spell, site) {
      if let last = days.last, last.start / site.perDay == spell.start / site.perDay { continue }
      days.append(spell)
    }
    return days
  }

  /// Whether the load of a spell, its first and last interval aside, varies by a third at most.
  private static func isLevel(_ load: [Float], _ spell: Spell, _ site: PowerCase) -> Bool {
    var (n, sum, squares): (Float, Float, Float) = (0, 0, 0)
    for index in spell.start + 1..<spell.end - 1 {
      n += 1
      sum += load[index]
      squares += load[index] * load[index]
    }
    guard n > 1 else { return false }
    let mean = sum / n
    let variance = squares / n - mean * mean
    return mean >= 0.5 * Float(site.settings.industrialKW) && variance < 0.33 * 0.33 * mean * mean
  }
}
