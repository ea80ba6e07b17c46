/// A circuit is disconnected 断电断线: it sends nothing for hours while others of the site do, it reads
/// zero though main carries its load, or main reads less than its own parts.
///
/// A meter that loses readings all the time is not disconnected for a gap like its others: see
/// `GapHabit`; such gaps are told once, as offline.
///
/// Known false alarm: the site generates electricity itself, so that main draws less from the grid.
enum DisconnectedRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    for circuit in PowerCircuit.allCases where site.isMetered(circuit) {
      findGaps(of: circuit, site, into: &found)
    }
    guard site.isMetered(.main), site.load != .main else { return }
    findZeros(site, into: &found)
    findDeficits(site, into: &found)
  }

  private static func findGaps(
    of circuit: PowerCircuit, _ site: PowerCase, into found: inout [DetectedAnomaly]
  ) {
    let others = PowerCircuit.allCases.filter { $0 != circuit && site.isMetered($0) }
    guard !others.isEmpty else { return }
    let own = site.states(circuit)
    let first = site.states(others[0])
    let second = site.states(others[others.count - 1])
    let spells = Spell.find(
      in: site.measured, least: site.settings.offlineIntervals, perDay: nil
    ) { index in
      own[index] == PowerState.missing
        && (first[index] != PowerState.missing || second[index] != PowerState.missing)
    }
    let habit = GapHabit(own, in: site.measured)
    for spell in spells where !habit.explains(spell) {
      // While nothing else of the site runs either, it may as well be a rest.
      let isRunning = (spell.start..<spell.end).contains {
        first[$0] == PowerState.on || second[$0] == PowerState.on
      }
      let severity = (isRunning ? 0.5 : 0.2) + 0.5 * site.weight(spell)
      found.append(
        site.anomaly(
          .disconnected, spell, severity: severity, circuit: circuit, value: 0,
          reference: site.reference(spell.start).peaks[Int(circuit.rawValue)]))
    }
    // What the meter loses all the time is told once, and as a gap.
    guard let first = spells.first(where: habit.explains),
      let last = spells.last(where: habit.explains)
    else { return }
    let held = spells.reduce(0) { $0 + (habit.explains($1) ? $1.held : 0) }
    found.append(
      site.anomaly(
        .offline, Spell(start: first.start, end: last.end, held: held), severity: 0.2,
        circuit: circuit, value: Float(held) * site.settings.intervalHours))
  }

  /// Production reads zero and main has its load.
  private static func findZeros(_ site: PowerCase, into found: inout [DetectedAnomaly]) {
    let (m, p, t) = (site[.main], site[.production], site[.treatment])
    let isTreated = site.isMetered(.treatment)
    let spells = Spell.find(
      in: site.measured, least: site.settings.offlineIntervals, perDay: site.perDay
    ) { index in
      guard p[index] == 0 else { return false }
      let reference = site.reference(index)
      let beside = m[index] - (isTreated ? t[index] : 0) - reference.rest
      return beside > 0.5 * site.expected(index)
        && beside > reference.thresholds[Int(PowerCircuit.production.rawValue)]
    }
    for spell in spells {
      found.append(
        site.anomaly(
          .disconnected, spell, severity: 0.6 + 0.4 * site.weight(spell), circuit: .production,
          value: site.mean(.main, spell), reference: site.meanExpected(spell)))
    }
  }

  /// Main reads less than production and treatment together.
  private static func findDeficits(_ site: PowerCase, into found: inout [DetectedAnomaly]) {
    let (m, p, t) = (site[.main], site[.production], site[.treatment])
    let isTreated = site.isMetered(.treatment)
    let production = site.states(.production)
    let spells = Spell.find(
      in: site.measured, least: site.settings.offlineIntervals, perDay: site.perDay
    ) { index in
      guard production[index] == PowerState.on else { return false }
      let treated = isTreated ? t[index] : 0
      return m[index] < 0.8 * (p[index] + (treated == treated ? treated : 0))
    }
    guard !spells.isEmpty else { return }
    let isGenerating = site.site.ownGeneration || isSolar(spells, site)
    for spell in spells {
      found.append(
        site.anomaly(
          .disconnected, spell, severity: 0.6 + 0.4 * site.weight(spell), circuit: .main,
          value: site.mean(.main, spell), reference: site.mean(.production, spell),
          explanation: isGenerating ? .ownGeneration : nil))
    }
  }

  /// By daylight alone, on three days or more: panels.
  private static func isSolar(_ spells: [Spell], _ site: PowerCase) -> Bool {
    guard spells.count >= 3 else { return false }
    let daylight = 6 * site.perDay / 24..<19 * site.perDay / 24
    return spells.allSatisfy {
      daylight.contains($0.start % site.perDay) && daylight.contains(($0.end - 1) % site.perDay)
        && $0.end - $0.start < site.perDay
    }
  }
}
