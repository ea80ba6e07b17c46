import CampaignData
import Geo
import Inspection
import Store

/// Anomalies as CSV, which `hotspot import power-anomalies` reads again.
struct AnomalyFile {
  /// The columns.
  static let headings = [
    "id", "site_id", "rule", "started_at", "ended_at", "severity", "explained_by", "circuit",
    "hours", "detail", "detail_en", "detected_by", "rule_version", "input_hash",
  ]

  private let path: String
  private let overwrite: Bool

  init(_ path: String, overwrite: Bool) {
    self.path = path
    self.overwrite = overwrite
  }

  /// Writes them; the file takes its place when it is complete.
  func write(_ entries: [PowerIntake.Entry]) throws {
    var writer = try DelimitedWriter(
      creating: path, headings: Self.headings, dialect: DelimitedDialect(), overwrite: overwrite)
    for entry in entries { try writer.append(Self.fields(entry)) }
    try writer.close()
  }

  /// An anomaly in the order of the headings.
  static func fields(_ entry: PowerIntake.Entry) -> [String] {
    let anomaly = entry.anomaly
    let words = PowerAnomalyWords(anomaly)
    return [
      entry.identifier, entry.site, anomaly.rule.key, anomaly.start.description,
      anomaly.end.description, decimal(Double(anomaly.severity)),
      anomaly.explanation?.key ?? "", anomaly.circuit?.key ?? "",
      decimal(Double(anomaly.hours)), words.zh, words.en, PowerIntake.detector,
      PowerRule.version, entry.inputHashText,
    ]
  }

  private static func decimal(_ value: Double) -> String {
    let scaled = Int((value * 100).rounded())
    let rest = String(scaled % 100)
    return "\(scaled / 100)." + (rest.utf8.count < 2 ? "0" : "") + rest
  }
}
