/// Corrections for judging many features at once.
public enum MultipleTesting: String, Sendable, CaseIterable {
  /// Each p as it is.
  case none
  /// Benjamini and Hochberg's false discovery rate: of what is called significant at alpha, a share
  /// of alpha is wrong on average.
  ///
  /// Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the
  /// Royal Statistical Society B 57 (1995). Neighbouring tests depend on each other positively,
  /// which the method bears (Benjamini and Yekutieli 2001).
  case fdr
  /// Bonferroni's: the chance of calling even one feature significant wrongly is at most alpha.
  case bonferroni

  /// p values to be compared with alpha directly; NaN stays and counts as no test; O(n log n).
  public func adjusted(_ p: [Double]) -> [Double] {
    let tests = p.indices.filter { !p[$0].isNaN }
    var result = p
    switch self {
    case .none: break
    case .bonferroni: for test in tests { result[test] = min(1, p[test] * Double(tests.count)) }
    case .fdr:
      var smallest = 1.0
      for (rank, test) in tests.sorted(by: { p[$0] < p[$1] }).enumerated().reversed() {
        smallest = min(smallest, p[test] * Double(tests.count) / Double(rank + 1))
        result[test] = smallest
      }
    }
    return result
  }

  /// The doubt that the smallest p possible lets features count only in great number, if at all;
  /// nil where a single feature can count.
  public func doubt(smallest: Double, tests: Int, alpha: Double) -> StatisticDoubt? {
    guard self != .none, tests > 0, smallest * Double(tests) > alpha else { return nil }
    let needed = self == .fdr ? (smallest * Double(tests) / alpha).rounded(.up) : .infinity
    let isPossible = needed <= Double(tests)
    return .rateOutOfReach(
      smallest: smallest, tests: tests, needed: isPossible ? Int(needed) : tests + 1)
  }
}
