/// What a scan statistic found.
public struct ScanResult: Sendable, Hashable {
  /// The most likely cluster and others that have no area in common with higher ones, the highest
  /// first.
  public internal(set) var clusters: [ScanCluster]
  /// The highest statistic of each replication drawn.
  public let maxima: [Double]
  /// Whether drawing ended early, with as many high replications as were asked for.
  public let isStopped: Bool
  /// How many windows in space there are around all areas.
  public let windows: Int
  /// How many intervals of slices each has.
  public let intervals: Int
}
