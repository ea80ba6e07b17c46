/// Anselin's local Geary C: how much a feature differs from its neighbours.
///
/// C < expected: like among like; C > expected: unlike. Expectation and variance are conditional, as
/// for local Moran; C is skewed, so with few neighbours trust permutations rather than z.
///
/// Sources: L. Anselin, "Local indicators of spatial association: LISA" (1995); "A local indicator
/// of multivariate spatial association: extending Geary's c", Geographical Analysis 51 (2019).
public enum LocalGeary {
  /// Local C of every feature.
  ///
  /// - Parameters:
  ///   - values: A value a feature; NaN for missing ones, which are left out.
  ///   - weights: Usually row-standardised; a feature's own weight is passed over.
  ///   - permutations: Conditional permutations of C; nil for none.
  /// - Returns: C = Σ w (zᵢ - zⱼ)² of values z with mean 0 and population deviation 1, as in
  ///   PySAL's esda; p two-sided. O(n + pairs), and O(P pairs) with permutations.
  public static func statistic(
    _ values: Span<Double>, weights: SpatialWeights, permutations: Permutations? = nil
  ) -> LocalAssociation {
    let sample = LocalSample(values, weights.withSelf(nil))
    let deviations = sample.deviations
    let squares = deviations.reduce(0) { $0 + $1 * $1 }
    let deviation = (squares / Double(sample.count)).squareRoot()
    let isFlat = sample.doubts.contains(.allEqual)
    let z = deviations.map { $0 / deviation }
    let powers = PowerSums(z)
    let rows = z.indices.map { feature in
      var row = LocalRow()
      let sums = RowSums(sample.weights, feature, z, withSelf: false)
      row.neighbours = Int32(truncatingIfNeeded: sums.neighbours)
      guard !isFlat, sums.neighbours > 0 else { return row }
      let (mean, variance) = powers.squaredDifferences(from: z[feature])
      let others = Double(sample.count - 1)
      let factor = (others * sums.squares - sums.weight * sums.weight) / (others - 1)
      row.statistic = sample.weights.row(feature).reduce(0.0) { sum, place in
        let difference = z[feature] - z[Int(sample.weights.neighbours[place])]
        return sum + sample.weights.values[place] * difference * difference
      }
      row.expectation = sums.weight * mean
      row.variance = variance * factor
      row.quadrant = .init(z[feature], neighbours: sums.lag)
      return row
    }
    let counts = permutations.map {
      ConditionalPermutation.counts(sample.values, sample.weights, .squaredDifference, $0)
    }
    return LocalAssociation(rows, counts, of: sample)
  }
}

/// Sums of the powers of standardised values, from which the moments of (a - z)² follow.
private struct PowerSums {
  private let count: Double
  private var second = 0.0
  private var third = 0.0
  private var fourth = 0.0

  init(_ z: [Double]) {
    count = Double(z.count)
    for value in z {
      second += value * value
      third += value * value * value
      fourth += value * value * value * value
    }
  }

  /// Mean and variance of (a - z)² over all values but a itself; Σ z is 0.
  func squaredDifferences(from a: Double) -> (mean: Double, variance: Double) {
    let others = count - 1
    let mean = (count * a * a + second) / others
    let squares = count * a * a * a * a + 6 * a * a * second - 4 * a * third + fourth
    return (mean, max(0, squares / others - mean * mean))
  }
}
