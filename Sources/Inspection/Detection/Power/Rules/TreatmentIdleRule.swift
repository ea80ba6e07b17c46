/// Treatment idles or is slowed down while production runs 治污空转降速: it is on, and takes less than
/// half of its own median part of production.
enum TreatmentIdleRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    guard site.isMetered(.treatment) else { return }
    for spell in spells(site) {
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

  /// Where treatment idles.
  static func spells(_ site: PowerCase) -> [Spell] {
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
