/// Moran's I of a whole layer: above its expectation like values stand together, below it unlike.
///
/// Source: A. D. Cliff and J. K. Ord, "Spatial Processes" (1981), pages 42-46.
public enum Moran {
  /// I = n Σ w zᵢ zⱼ / (S0 Σ z²) with its moments under both assumptions; O(n + pairs log c).
  ///
  /// - Parameters:
  ///   - values: A value a feature; NaN for missing ones, which are left out.
  ///   - weights: Usually row-standardised; a feature's own weight is passed over.
  ///   - permutations: Permutations of all values, O(n + pairs) each; nil for none.
  public static func statistic(
    _ values: Span<Double>, weights: SpatialWeights, permutations: Permutations? = nil
  ) -> GlobalAssociation {
    let sample = LocalSample(values, weights)
    let z = sample.deviations
    let sums = WeightSums(sample.weights)
    let n = Double(sample.count)
    let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
    let squares = z.reduce(0) { $0 + $1 * $1 }
    let fourths = z.reduce(0) { $0 + $1 * $1 * $1 * $1 }
    var cross = 0.0
    for feature in z.indices {
      cross += z[feature] * RowSums(sample.weights, feature, z, withSelf: false).lag
    }
    let expectation = -1 / (n - 1)
    let normal =
      (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - expectation * expectation
    let kurtosis = n * fourths / (squares * squares)
    let first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
    let second = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
    let random =
      (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expectation * expectation
    return GlobalAssociation(
      statistic: n * cross / (s0 * squares), expectation: expectation, normalVariance: normal,
      variance: random, doubts: sample.doubts,
      permutations: sample.permuted(z, .product, permutations))
  }
}
