/// How far two measures put the same things into the same order.
public enum RankCorrelation {
  /// The ranks from 1, ascending by value, in O(n log n).
  ///
  /// Equal values share the mean of theirs.
  public static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = 0.5 * Double(start + 1 + end) }
      start = end
    }
    return ranks
  }

  /// Spearman's rank correlation (1904), ties included; NaN where one measure has no order.
  public static func spearman(_ first: [Double], _ second: [Double]) -> Double {
    precondition(first.count == second.count, "two measures of the same things")
    let (a, b) = (ranks(first), ranks(second))
    let middle = 0.5 * Double(first.count + 1)
    var (products, ofFirst, ofSecond) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      products += (x - middle) * (y - middle)
      ofFirst += (x - middle) * (x - middle)
      ofSecond += (y - middle) * (y - middle)
    }
    return products / (ofFirst * ofSecond).squareRoot()
  }
}
