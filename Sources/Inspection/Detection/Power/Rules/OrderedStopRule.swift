/// Load during an ordered stop 停产期间用电: more than a quarter of the own baseline of that hour of the
/// week.
///
/// Firms under an order really fell by more than three quarters.
enum OrderedStopRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    for day in StopDay.all(in: site) where !day.isMoved {
      let all = Spell(
        start: day.spells[0].start, end: day.spells[day.spells.count - 1].end,
        held: day.spells.reduce(0) { $0 + $1.held })
      var load: Float = 0
      for spell in day.spells { load += site.mean(site.load, spell) * Float(spell.held) }
      load /= Float(all.held)
      let usual = site.meanExpected(all)
      // Against its own level when it runs, where nothing is usual at that hour.
      let peak = site.reference(all.start).peaks[Int(site.load.rawValue)]
      let share = usual == usual && peak > 0 ? min(1, load / max(usual, 0.5 * peak)) : 0.5
      found.append(
        site.anomaly(
          .orderedStop, all, severity: 0.2 + 0.4 * share + 0.4 * site.weight(all),
          circuit: site.load, value: load, reference: usual))
    }
  }
}
