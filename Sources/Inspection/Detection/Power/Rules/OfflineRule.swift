/// The whole site sends nothing for two hours or more 数据中断, or all its circuits read zero at once: a
/// gap, or an outage, but never silently a stop.
enum OfflineRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    let spells = Spell.find(
      in: site.measured, least: site.settings.offlineIntervals, perDay: nil
    ) { site.isSilent($0) }
    for spell in spells where isUnusual(spell, site) {
      found.append(
        site.anomaly(
          .offline, spell, severity: 0.2 + 0.6 * min(1, site.weight(spell) / 3),
          value: Float(spell.held) * site.settings.intervalHours,
          reference: site.meanExpected(spell)))
    }
  }

  /// Missing readings count, and so do zeros where the site never falls to zero of itself: elsewhere
  /// zero is how its rest is measured.
  private static func isUnusual(_ spell: Spell, _ site: PowerCase) -> Bool {
    let isMissing = (spell.start..<spell.end).contains { index in
      site.states.allSatisfy { $0[index] == PowerState.missing }
    }
    if isMissing { return true }
    let loads = site[site.isMetered(.main) ? .main : site.load]
    let zeros = loads.lazy.filter { $0 == 0 }.count
    let others = loads.lazy.filter { $0 > 0 }.count
    return zeros <= spell.held + site.count / 50 && others > zeros
  }
}
