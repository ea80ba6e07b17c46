/// Treatment is off while production runs 生产开而治污停.
///
/// Known false alarms: the whole plant is stopped, so that treatment rests rightly though it usually
/// runs at that hour; treatment reads zero, but main still carries its load: a cable of the meter is
/// broken and nobody reported it.
enum TreatmentOffRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    guard site.isMetered(.treatment) else { return }
    let (load, treatment) = (site.states(site.load), site.states(.treatment))
    let spells = Spell.find(
      in: site.measured, least: site.settings.minimumIntervals, perDay: site.perDay
    ) { load[$0] == PowerState.on && treatment[$0] == PowerState.off }
    for spell in spells {
      found.append(
        site.anomaly(
          .treatmentOff, spell, severity: 0.4 + 0.6 * site.weight(spell), circuit: .treatment,
          value: site.mean(site.load, spell), reference: site.mean(.treatment, spell),
          explanation: isCableBroken(site, spell) ? .brokenCable : nil))
    }
    findStops(site, load, treatment, into: &found)
  }

  /// Whether main has the load that treatment is said not to draw.
  private static func isCableBroken(_ site: PowerCase, _ spell: Spell) -> Bool {
    guard site.load != .main, site.isMetered(.main) else { return false }
    let reference = site.reference(spell.start)
    guard reference.treatmentLoad > SiteReference.nothing, site.mean(.treatment, spell) == 0 else {
      return false
    }
    var (surplus, count): (Float, Float) = (0, 0)
    let (main, production) = (site[.main], site[.production])
    for index in spell.start..<spell.end where site[.treatment][index] == 0 {
      let beside = main[index] - production[index]
      guard beside == beside else { continue }
      surplus += beside - reference.rest
      count += 1
    }
    return count > 0 && surplus / count > 0.6 * reference.treatmentLoad
  }

  /// The whole plant stands still at hours at which it usually runs.
  private static func findStops(
    _ site: PowerCase, _ load: [UInt8], _ treatment: [UInt8],
    into found: inout [DetectedAnomaly]
  ) {
    let main = site.states(.main)
    let spells = Spell.find(
      in: site.measured, least: site.settings.offlineIntervals, perDay: site.perDay
    ) { index in
      load[index] == PowerState.off && treatment[index] == PowerState.off
        && main[index] != PowerState.on && site.orders[index] != OrderSchedule.stop
        && site.expected(index) > site.threshold(site.load, index)
        && !site.isSilent(index)
    }
    for spell in spells where site.reference(spell.start).treatmentLoad > SiteReference.nothing {
      found.append(
        site.anomaly(
          .treatmentOff, spell, severity: 0, circuit: .treatment,
          value: site.mean(site.load, spell), reference: site.mean(.treatment, spell),
          explanation: .plantStopped))
    }
  }
}
