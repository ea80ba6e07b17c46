public import CampaignData
internal import Geo
public import Inspection

/// Keeps anomalies that were detected as facts of a workspace.
public enum PowerIntake {
  /// An anomaly with where it is from.
  public struct Entry: Sendable {
    /// The site.
    public var site: String
    /// What was found.
    public var anomaly: DetectedAnomaly
    /// The hash of what it follows from.
    public var inputHash: UInt64

    /// Makes an entry.
    public init(site: String, anomaly: DetectedAnomaly, inputHash: UInt64) {
      self.site = site
      self.anomaly = anomaly
      self.inputHash = inputHash
    }

    /// The hash as 16 hexadecimal digits.
    public var inputHashText: String {
      let digits = String(inputHash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The same for the same anomaly whenever it is found.
    public var identifier: String {
      let identity = Identity.make(
        "power-",
        from: [
          .text(site), .text(anomaly.rule.key), .moment(anomaly.start),
          .text(anomaly.circuit?.key ?? ""),
        ])
      if case .text(let text) = identity { return text }
      return ""
    }
  }

  /// Who is named as having detected them.
  public static let detector = "hotspot detect power"

  /// Adds anomalies in one transaction; those that the workspace has word for word are the same.
  public static func keep(
    _ entries: [Entry], from file: String, in workspace: Workspace, at time: Moment,
    knownAt: Moment
  ) throws -> ImportReport {
    guard let kind = Schema.kind(named: "power-anomalies"),
      let table = Schema.table(named: "power_anomalies")
    else {
      throw StoreError(
        .software, "the schema has no table power_anomalies",
        nextStep: "Report this as a fault of the program.")
    }
    return try workspace.write { transaction in
      var run = ImportRun(
        kind: kind, table: table, path: file, options: ImportOptions(), importedAt: time, log: nil)
      let records = entries.map { record($0, table, knownAt: knownAt) }
      run.report.read = records.count
      try run.keep(records, rows: Array(1...max(1, records.count)), in: &transaction)
      return run.report
    }
  }

  private static func record(_ entry: Entry, _ table: TableSchema, knownAt: Moment) -> Record {
    let anomaly = entry.anomaly
    let values = table.columns.dropLast(Schema.commonColumns.count).map { column -> FieldValue in
      switch column.name {
      case "id": .text(entry.identifier)
      case "site_id": .text(entry.site)
      case "rule": .text(anomaly.rule.key)
      case "started_at": .moment(anomaly.start)
      case "ended_at": .moment(anomaly.end)
      case "severity": .real(Double((anomaly.severity * 100).rounded()) / 100)
      case "detail": .text(PowerAnomalyWords(anomaly).zh)
      case "detected_by": .text(detector)
      case "rule_version": .text(PowerRule.version)
      case "input_hash": .text(entry.inputHashText)
      default: .null
      }
    }
    return Record(values: values, knownAt: knownAt)
  }
}
