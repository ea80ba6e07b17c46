public import Geo

/// Alarms cells that stand significantly above their neighbours in an hour 实时报警.
///
/// A cell's excess is its value less the median of its neighbours'. Excesses are put on a scale of
/// their own spread (1.4826 times the median absolute deviation, as for normal numbers), so that a
/// few extreme cells do not widen it, and judged one-sided with the false discovery rate held.
/// Weather and season, which neighbours share, drop out. Sources: B. Iglewicz and D. Hoaglin, "How
/// to Detect and Handle Outliers" (1993) for the robust z; Y. Benjamini and Y. Hochberg (1995).
/// Assumption: the ministry's rule of 2020 is unpublished.
public struct LiveAlarmRule: Sendable, Hashable {
  /// The rule's name and version, as kept with what it finds.
  public static let version = "live-1"

  /// What each cell came to.
  public struct Outcome: Sendable, Hashable {
    /// The alarmed cells, the most extreme first; their change is that on the neighbours' median.
    public var alerts: [CellAlert]
    /// The robust z of each cell; NaN for cells not judged.
    public var z: [Double]
  }

  /// The share of alarms that may be wrong.
  public let alpha: Double

  /// Neighbours with a value that a cell needs.
  private static let leastNeighbours = 3

  /// Makes the rule.
  public init(alpha: Double) {
    self.alpha = alpha
  }

  /// Judges the values of an hour; cells without a value, without three neighbours that have one, or
  /// that are no candidates are not alarmed.
  ///
  /// O(n log n) for few neighbours a cell.
  public func outcome(
    values: [Double], neighbours: SpatialWeights, candidates: [Bool]
  ) -> Outcome {
    var medians = [Double](repeating: .nan, count: values.count)
    for cell in values.indices where !values[cell].isNaN {
      let others = neighbours.others(of: cell).map { values[$0] }.filter { !$0.isNaN }
      if others.count >= Self.leastNeighbours { medians[cell] = Self.median(others) }
    }
    let excess = values.indices.map { values[$0] - medians[$0] }
    let known = excess.filter { !$0.isNaN }
    guard !known.isEmpty else { return Outcome(alerts: [], z: excess) }
    let middle = Self.median(known)
    let spread = 1.4826 * Self.median(known.map { ($0 - middle).magnitude })
    guard spread > 0 else {
      return Outcome(alerts: [], z: excess.map { $0.isNaN ? .nan : 0 })
    }
    let z = excess.map { ($0 - middle) / spread }
    let p = MultipleTesting.fdr.adjusted(
      z.map { $0.isNaN ? .nan : NormalDistribution.upperTail($0) })
    let alarmed = values.indices.filter { candidates[$0] && p[$0] <= alpha }
      .sorted { (z[$1], $0) < (z[$0], $1) }
    return Outcome(
      alerts: alarmed.map { cell in
        CellAlert(
          cell: cell, reason: .live, value: values[cell],
          change: medians[cell] > 0 ? values[cell] / medians[cell] - 1 : nil)
      }, z: z)
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
