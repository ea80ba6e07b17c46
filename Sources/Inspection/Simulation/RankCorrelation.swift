/// How alike two orders are: Spearman's rank correlation, tied values with their mean rank.
///
/// C. Spearman, "The proof and measurement of association between two things", American Journal of
/// Psychology 15 (1904).
public enum RankCorrelation {
  /// The correlation of the ranks of two columns of the same count, -1 to 1; NaN where a column has
  /// only one value, or there are fewer than three rows.
  ///
  /// - Complexity: O(n log n).
  public static func spearman(_ one: [Double], _ other: [Double]) -> Double {
    guard one.count == other.count, one.count >= 3 else { return .nan }
    let (left, right) = (ranks(one), ranks(other))
    let mean = Double(one.count + 1) / 2
    var (both, first, second) = (0.0, 0.0, 0.0)
    for (x, y) in zip(left, right) {
      both += (x - mean) * (y - mean)
      first += (x - mean) * (x - mean)
      second += (y - mean) * (y - mean)
    }
    return first > 0 && second > 0 ? both / (first * second).squareRoot() : .nan
  }

  /// Ranks from 1 on.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
