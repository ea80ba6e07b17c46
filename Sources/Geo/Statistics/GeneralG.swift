/// Getis and Ord's general G of a whole layer: above its expectation high values stand together,
/// below it low ones.
///
/// For positive values with a natural zero, such as counts; weights binary.
///
/// Source: A. Getis and J. K. Ord, "The analysis of spatial association by use of distance
/// statistics", Geographical Analysis 24 (1992), equations 5-7.
public enum GeneralG {
  /// G = Σ w xᵢ xⱼ / Σ xᵢ xⱼ over pairs of different features; O(n + pairs log c).
  ///
  /// - Parameters:
  ///   - values: A value a feature; NaN for missing ones, which are left out.
  ///   - weights: Usually binary; a feature's own weight is passed over.
  ///   - permutations: Permutations of all values, O(n + pairs) each; nil for none.
  public static func statistic(
    _ values: Span<Double>, weights: SpatialWeights, permutations: Permutations? = nil
  ) -> GlobalAssociation {
    let sample = LocalSample(values, weights)
    let x = sample.values
    let sums = WeightSums(sample.weights)
    let n = Double(sample.count)
    var m = [0.0, 0.0, 0.0, 0.0]
    var cross = 0.0
    for feature in x.indices {
      var power = 1.0
      for order in m.indices {
        power *= x[feature]
        m[order] += power
      }
      cross += x[feature] * RowSums(sample.weights, feature, x, withSelf: false).lag
    }
    let pairs = m[0] * m[0] - m[1]
    let expectation = sums.s0 / (n * (n - 1))
    let mean = Self.meanSquare(sums, n, m)
    let divisor = pairs * pairs * n * (n - 1) * (n - 2) * (n - 3)
    var doubts = sample.doubts
    let negative = x.count { $0 < 0 }
    if negative > 0 { doubts.append(.negativeValues(negative)) }
    return GlobalAssociation(
      statistic: cross / pairs, expectation: expectation, normalVariance: nil,
      variance: mean / divisor - expectation * expectation, doubts: doubts,
      permutations: sample.permuted(x, .product, permutations))
  }

  /// E[G²] times (m1² - m2)² n (n-1) (n-2) (n-3); `m` holds sums of the first four powers.
  private static func meanSquare(_ sums: WeightSums, _ n: Double, _ m: [Double]) -> Double {
    let (s0, s1, s2) = (sums.s0 * sums.s0, sums.s1, sums.s2)
    let b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0
    let b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0)
    let b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0)
    let b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0
    let b4 = s1 - s2 + s0
    let squares = m[0] * m[0]
    return b0 * m[1] * m[1] + b1 * m[3] + b2 * squares * m[1] + b3 * m[0] * m[2]
      + b4 * squares * squares
  }
}
