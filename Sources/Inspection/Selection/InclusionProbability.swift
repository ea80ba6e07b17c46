/// Chances of being drawn in proportion to a size.
enum InclusionProbability {
  /// Probabilities that add up to `count`: in proportion to the sizes, but never above 1.
  ///
  /// Units that would exceed 1 are certain, and the rest is shared again among the others. Sizes are
  /// positive and finite. With as many to draw as there are units, or more, all are certain. The
  /// number drawn may be an expected one, with a fraction.
  /// - Complexity: O(n log n).
  static func proportional(to sizes: [Double], drawing count: Double) -> [Double] {
    guard count > 0 else { return [Double](repeating: 0, count: sizes.count) }
    guard count < Double(sizes.count) else { return [Double](repeating: 1, count: sizes.count) }
    let order = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    // Sums of what is left after the largest ones, added smallest first.
    var tails = [Double](repeating: 0, count: sizes.count + 1)
    for place in order.indices.reversed() { tails[place] = tails[place + 1] + sizes[order[place]] }
    var certain = 0
    while Double(certain) < count,
      (count - Double(certain)) * sizes[order[certain]] >= tails[certain]
    {
      certain += 1
    }
    var probabilities = [Double](repeating: 1, count: sizes.count)
    let scale = (count - Double(certain)) / tails[certain]
    for place in order[certain...] { probabilities[place] = min(1, sizes[place] * scale) }
    return probabilities
  }
}
