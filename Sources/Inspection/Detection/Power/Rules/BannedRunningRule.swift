/// A banned firm 取缔企业 draws more than lighting and a guard.
enum BannedRunningRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    guard site.site.isBanned else { return }
    let circuit = site.isMetered(.main) ? PowerCircuit.main : site.load
    let load = site[circuit]
    let least = Float(site.settings.bannedKW)
    let spells = Spell.find(
      in: site.measured, least: site.settings.minimumIntervals, perDay: site.perDay
    ) { load[$0] > least }
    for spell in spells {
      let mean = site.mean(circuit, spell)
      found.append(
        site.anomaly(
          .bannedRunning, spell,
          severity: 0.4 + 0.3 * min(1, mean / (10 * least)) + 0.3 * site.weight(spell),
          circuit: circuit, value: mean, reference: least))
    }
  }
}
