import Glibc

/// A meter is frozen 读数冻结: the same value over and over, longer than chance gives in this meter.
///
/// A coarse meter repeats itself often; with q the part of neighbouring readings that are equal, the
/// run in question left out, a run of k is by chance where n q^k is not small. Runs count from n q^k <
/// 0.001 on, and from two hours.
enum FrozenRule: PowerSiteRule {
  static func find(in site: PowerCase, into found: inout [DetectedAnomaly]) {
    for circuit in PowerCircuit.allCases where site.isMetered(circuit) {
      find(circuit, in: site, into: &found)
    }
  }

  private static func find(
    _ circuit: PowerCircuit, in site: PowerCase, into found: inout [DetectedAnomaly]
  ) {
    let load = site[circuit]
    let floor = site.settings.offlineIntervals
    let threshold = site.references.map { $0.thresholds[Int(circuit.rawValue)] }.min() ?? 0
    // Zero and standby may well stay as they are.
    let runs = Spell.find(
      in: max(1, site.measured.lowerBound)..<max(1, site.measured.upperBound), least: floor - 1,
      perDay: nil
    ) { load[$0] == load[$0 - 1] && load[$0] > threshold }
    guard !runs.isEmpty else { return }
    var (pairs, equal) = (0, 0)
    for index in max(1, site.measured.lowerBound)..<max(1, site.measured.upperBound)
    where load[index] > threshold && load[index - 1] == load[index - 1] {
      pairs += 1
      if load[index] == load[index - 1] { equal += 1 }
    }
    for run in runs {
      // Never quite impossible, so that a meter of few readings is not judged by none.
      let chance = Double(equal - run.held + 1) / Double(pairs - run.held + 2)
      let least = max(Double(floor), log(0.001 / Double(pairs + 1)) / log(chance))
      guard Double(run.held + 1) >= least else { continue }
      let spell = Spell(start: run.start - 1, end: run.end, held: run.held + 1)
      found.append(
        site.anomaly(
          .frozen, spell, severity: 0.3 + 0.7 * min(1, site.weight(spell) / 3), circuit: circuit,
          value: load[run.start]))
    }
  }
}
