/// Getis and Ord's local statistics Gi and Gi*: the share of the total that lies around a feature.
///
/// High z: high values stand together (hot spot); low z: low ones do (cold spot). The mean and
/// variance are those under random placement of the values, of all features for Gi*, of all but the
/// feature itself for Gi. z does not change if the weights of a row are multiplied, hence not by row
/// standardisation.
///
/// Sources: A. Getis and J. K. Ord, "The analysis of spatial association by use of distance
/// statistics", Geographical Analysis 24 (1992); J. K. Ord and A. Getis, "Local spatial
/// autocorrelation statistics", Geographical Analysis 27 (1995), equations 5 and 6.
public enum GetisOrd {
  /// Gi: a feature itself does not count.
  ///
  /// - Parameters:
  ///   - values: A value a feature; NaN for missing ones, which are left out.
  ///   - weights: Of any scale; a feature's own weight is passed over.
  ///   - permutations: Conditional permutations of the sum over neighbours; nil for none.
  /// - Returns: As `statistic` Σ w x / Σ x of the others; p two-sided. A feature without neighbours
  ///   has none. O(n + pairs) without permutations.
  public static func gi(
    _ values: Span<Double>, weights: SpatialWeights, permutations: Permutations? = nil
  ) -> LocalAssociation {
    compute(values, weights, isStar: false, permutations)
  }

  /// Gi*: a feature itself counts with its own weight, or with 1 where its row does not hold it.
  ///
  /// As `gi`, with Σ w x / Σ x over all features. A feature without neighbours is compared alone.
  public static func giStar(
    _ values: Span<Double>, weights: SpatialWeights, permutations: Permutations? = nil
  ) -> LocalAssociation {
    compute(values, weights.withSelf(1), isStar: true, permutations)
  }

  private static func compute(
    _ values: Span<Double>, _ weights: SpatialWeights, isStar: Bool,
    _ permutations: Permutations?
  ) -> LocalAssociation {
    let sample = LocalSample(values, weights)
    let deviations = sample.deviations
    let mean = sample.mean
    let squares = deviations.reduce(0) { $0 + $1 * $1 }
    let total = mean * Double(sample.count)
    let rows = sample.values.indices.map { feature in
      row(
        feature, of: sample, deviations, mean: mean, squares: squares, total: total,
        isStar: isStar)
    }
    return LocalAssociation(
      rows,
      permutations.map {
        ConditionalPermutation.counts(sample.values, sample.weights, .sum, $0)
      }, of: sample)
  }

  /// Moments are taken of deviations from the mean, which do not cancel.
  private static func row(
    _ feature: Int, of sample: LocalSample, _ deviations: [Double], mean: Double,
    squares: Double, total: Double, isStar: Bool
  ) -> LocalRow {
    let sums = RowSums(sample.weights, feature, deviations, withSelf: isStar)
    let own = isStar ? 0 : deviations[feature]
    let others = Double(sample.count - (isStar ? 0 : 1))
    let expected = -own / others
    let spread = max(0, (squares - own * own) / others - expected * expected)
    let divisor = isStar ? total : total - sample.values[feature]
    var row = LocalRow()
    row.neighbours = Int32(truncatingIfNeeded: sums.neighbours)
    row.statistic = (sums.lag + mean * sums.weight) / divisor
    row.expectation = sums.weight / others
    // Rounding leaves traces of 1e-16 where all others are equal.
    let isFlat = spread <= 1e-24 * max(squares, mean * mean)
    let factor = (others * sums.squares - sums.weight * sums.weight) / (others - 1)
    row.variance = isFlat ? 0 : spread * factor / (divisor * divisor)
    row.quadrant = .init(deviations[feature], neighbours: sums.lag)
    return row
  }
}
