/// Folds of training rows that never look ahead: each is scored by a fit on the rows before it.
///
/// Rows stand in order of time; a fold begins where a new day does. Tashman (2000), "Out-of-sample
/// tests of forecasting accuracy", International Journal of Forecasting 16(4).
public struct RollingOrigin: Sendable {
  /// What is fitted and what is scored, as ranges of rows in order of time.
  public struct Fold: Sendable, Hashable {
    /// Rows to fit, from the first.
    public var fitted: Range<Int>
    /// Rows to score.
    public var scored: Range<Int>
  }

  /// The folds, oldest first.
  public let folds: [Fold]

  /// Cuts rows whose times ascend.
  ///
  /// - Parameters:
  ///   - times: Ascending; rows of one time are never parted.
  ///   - count: How many folds at most; together they score the newer half.
  public init(times: [Double], count: Int = 5) {
    let rows = times.count
    var cuts: [Int] = []
    for part in 0..<count {
      var cut = rows / 2 + part * (rows - rows / 2) / count
      while cut > 0, cut < rows, times[cut] == times[cut - 1] { cut += 1 }
      if cut > 0, cut < rows, cut > cuts.last ?? 0 { cuts.append(cut) }
    }
    cuts.append(rows)
    folds = zip(cuts, cuts.dropFirst()).map { Fold(fitted: 0..<$0, scored: $0..<$1) }
  }
}
