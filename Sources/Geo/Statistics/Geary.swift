/// Geary's C of a whole layer: below 1 like values stand together, above it unlike.
///
/// Source: A. D. Cliff and J. K. Ord, "Spatial Processes" (1981), pages 42-46.
public enum Geary {
  /// C = (n - 1) Σ w (xᵢ - xⱼ)² / (2 S0 Σ z²) with its moments under both assumptions;
  /// O(n + pairs log c).
  ///
  /// - Parameters:
  ///   - values: A value a feature; NaN for missing ones, which are left out.
  ///   - weights: Of any scale; a feature's own weight is passed over.
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
      for place in sample.weights.row(feature) {
        let difference = z[feature] - z[Int(sample.weights.neighbours[place])]
        cross += sample.weights.values[place] * difference * difference
      }
    }
    let kurtosis = n * fourths / (squares * squares)
    let first = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * kurtosis)
    let second = 0.25 * (n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * kurtosis)
    let third = s0 * s0 * (n * n - 3 - (n - 1) * (n - 1) * kurtosis)
    return GlobalAssociation(
      statistic: (n - 1) * cross / (2 * s0 * squares), expectation: 1,
      normalVariance: ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0),
      variance: (first - second + third) / (n * (n - 2) * (n - 3) * s0 * s0),
      doubts: sample.doubts,
      permutations: sample.permuted(z, .squaredDifference, permutations))
  }
}
