/// Anselin's local Moran I: whether a feature and its neighbours deviate from the mean together.
///
/// I > expected: like among like (HH, LL); I < expected: an outlier (HL, LH). Expectation and
/// variance are conditional: the feature keeps its value, its neighbours are drawn from all others.
///
/// Sources: L. Anselin, "Local indicators of spatial association: LISA", Geographical Analysis 27
/// (1995); R. R. Sokal, N. L. Oden and B. A. Thomson, "Local spatial autocorrelation in a biological
/// model", Geographical Analysis 30 (1998) for the conditional moments.
public enum LocalMoran {
  /// Local I of every feature.
  ///
  /// - Parameters:
  ///   - values: A value a feature; NaN for missing ones, which are left out.
  ///   - weights: Usually row-standardised; a feature's own weight is passed over.
  ///   - permutations: Conditional permutations of I; nil for none.
  /// - Returns: I = zᵢ Σ w zⱼ / (Σ z² / (n - 1)) of deviations z from the mean, as in PySAL's esda;
  ///   p two-sided. O(n + pairs) without permutations.
  public static func statistic(
    _ values: Span<Double>, weights: SpatialWeights, permutations: Permutations? = nil
  ) -> LocalAssociation {
    let sample = LocalSample(values, weights.withSelf(nil))
    let deviations = sample.deviations
    let squares = deviations.reduce(0) { $0 + $1 * $1 }
    let scale = squares / Double(sample.count - 1)
    let isFlat = sample.doubts.contains(.allEqual)
    let rows = deviations.indices.map { feature in
      let sums = RowSums(sample.weights, feature, deviations, withSelf: false)
      let own = deviations[feature]
      let others = Double(sample.count - 1)
      let mean = -own / others
      let spread = max(0, (squares - own * own) / others - mean * mean)
      var row = LocalRow()
      row.neighbours = Int32(truncatingIfNeeded: sums.neighbours)
      guard !isFlat, sums.neighbours > 0 else { return row }
      let factor = (others * sums.squares - sums.weight * sums.weight) / (others - 1)
      row.statistic = own * sums.lag / scale
      row.expectation = own * sums.weight * mean / scale
      row.variance = own * own * spread * factor / (scale * scale)
      row.quadrant = .init(own, neighbours: sums.lag)
      return row
    }
    var counts = permutations.map {
      ConditionalPermutation.counts(sample.values, sample.weights, .sum, $0)
    }
    turn(&counts, deviations)
    return LocalAssociation(rows, counts, of: sample)
  }

  /// From counts of the sum over neighbours to counts of I, which is that sum times a number.
  private static func turn(_ counts: inout PermutationCounts?, _ deviations: [Double]) {
    guard var turned = counts else { return }
    let every = Int32(truncatingIfNeeded: turned.permutations)
    for feature in deviations.indices where deviations[feature] <= 0 {
      let (high, low) = (turned.atLeast[feature], turned.atMost[feature])
      turned.atLeast[feature] = deviations[feature] < 0 ? low : every
      turned.atMost[feature] = deviations[feature] < 0 ? high : every
    }
    counts = turned
  }
}
