import Foundation
import Inspection
import Store
import Terminal

/// One run over readings: site by site through the rules, then what needs several sites.
struct PowerRun {
  /// What a run came to.
  struct Outcome {
    /// The anomalies, by site, begin and rule.
    var entries: [PowerIntake.Entry]
    /// What became of the rows.
    var report: ReadingReport
    /// Sites without enough days for a baseline.
    var withoutBaseline = 0
    /// Sites of the readings that the ledger does not have; nil without a ledger.
    var unlisted: Int?
  }

  private let files: [String]
  private let options: ReadingOptions
  private let settings: PowerSettings
  private let register: MeterRegister
  private let rejects: ReadingRejectList

  init(
    _ files: [String], options: ReadingOptions, settings: PowerSettings, register: MeterRegister,
    rejects: ReadingRejectList
  ) {
    self.files = files
    self.options = options
    self.settings = settings
    self.register = register
    self.rejects = rejects
  }

  /// Reads and judges all; memory grows with the sites and anomalies, not with the readings.
  func outcome() throws -> Outcome {
    let detector = PowerDetector(settings)
    var entries: [PowerIntake.Entry] = []
    var (withoutBaseline, unlisted) = (0, 0)
    var stream = MeterStream(files, options: options, settings: settings, rejects: rejects)
    let report = try stream.forEachSite { id, readings in
      try Interruption.check()
      if register.sites[id] == nil { unlisted += 1 }
      let findings = detector.findings(in: readings, of: register.site(id))
      if !findings.hasBaseline { withoutBaseline += 1 }
      for anomaly in findings.anomalies {
        entries.append(
          PowerIntake.Entry(site: id, anomaly: anomaly, inputHash: findings.inputHash))
      }
    }
    entries.sort { Self.precedes($0, $1) }
    explainOutages(&entries)
    return Outcome(
      entries: entries, report: report, withoutBaseline: withoutBaseline,
      unlisted: register.hasLedger ? unlisted : nil)
  }

  private static func precedes(_ one: PowerIntake.Entry, _ other: PowerIntake.Entry) -> Bool {
    if one.site != other.site { return one.site < other.site }
    let (a, b) = (one.anomaly, other.anomaly)
    return (a.start, a.rule.rawValue, a.circuit?.rawValue ?? 9, a.end)
      < (b.start, b.rule.rawValue, b.circuit?.rawValue ?? 9, b.end)
  }

  /// Marks what is part of the outage of a feeder.
  private func explainOutages(_ entries: inout [PowerIntake.Entry]) {
    var places: [Int] = []
    var silences: [FeederOutage.Silence] = []
    var numbers: [String: Int] = [:]
    for (place, entry) in entries.enumerated() where entry.anomaly.rule == .offline {
      let feeder = register.site(entry.site).feeder
      guard !feeder.isEmpty else { continue }
      let number = numbers[entry.site] ?? numbers.count
      numbers[entry.site] = number
      places.append(place)
      silences.append(
        FeederOutage.Silence(
          feeder: feeder, site: number, start: entry.anomaly.start, end: entry.anomaly.end))
    }
    let answers = FeederOutage(settings).isOutage(silences, sites: register.feeders)
    for (place, isOutage) in zip(places, answers) where isOutage {
      entries[place].anomaly.explanation = .feederOutage
      entries[place].anomaly.severity = 0
    }
  }

}

extension DetectPowerCommand {
  /// Where files on the way go.
  static func scratchFolder(_ named: String?) -> String {
    named ?? ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
  }
}
