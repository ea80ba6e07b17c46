/// What all rules found in one site's readings.
public struct SiteFindings: Sendable {
  /// The anomalies, by begin and rule.
  public var anomalies: [DetectedAnomaly] = []
  /// Whether any stretch of days had a baseline.
  public var hasBaseline = false
  /// A hash of readings, orders, ledger and thresholds: all that the anomalies follow from.
  public var inputHash: UInt64 = 0
}
