/// Treatment idles or is slowed down while production runs 治污空转降速: it is on, and takes less than
/// half of its own median part of production.
///
/// Where treatment falls as production rises its part dips at every peak. Such dips, of less than a
/// quarter of the day's running hours, are told by the negative correlation of these days, and once.
enum TreatmentIdleRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    guard site.isMetered(.treatment) else { return }
    let spells = spells(site)
    guard !spells.isEmpty else { return }
    let falling = NegativeCorrelationRule.runs(in: site)
    for spell in spells where !isDip(spell, site, falling.map(\.days)) {
      let usual = site.reference(spell.start).ratio
      let ratio = site.mean(.treatment, spell) / site.mean(site.load, spell)
      let least = usual * Float(site.settings.treatmentRatio)
      let depth = max(0, 1 - ratio / least)
      found.append(
        site.anomaly(
          .treatmentIdle, spell, severity: 0.3 + 0.3 * depth + 0.4 * site.weight(spell),
          circuit: .treatment, value: ratio, reference: usual))
    }
  }

  private static func isDip(_ spell: Spell, _ site: PowerCase, _ falling: [Range<Int>]) -> Bool {
    let day = spell.start / site.perDay
    guard falling.contains(where: { $0.contains(day) }) else { return false }
    let load = site.states(site.load)
    let running = (day * site.perDay..<(day + 1) * site.perDay).count {
      load[$0] == PowerState.on
    }
    return spell.held * 4 < running
  }

  /// Where treatment idles.
  private static func spells(_ site: PowerCase) -> [Spell] {
    let (load, treatment) = (site.states(site.load), site.states(.treatment))
    let (p, t) = (site[site.load], site[.treatment])
    let share = Float(site.settings.treatmentRatio)
    return Spell.find(
      in: site.measured, least: site.settings.minimumIntervals, perDay: site.perDay
    ) { index in
      load[index] == PowerState.on && treatment[index] == PowerState.on
        && t[index] < share * site.ratio(index) * p[index]
    }
  }
}

extension PowerCase {
  /// The median of treatment over production that an interval is compared with.
  @inline(__always)
  fileprivate func ratio(_ index: Int) -> Float {
    references[index / (perDay * max(1, settings.baselineDays))].ratio
  }
}
