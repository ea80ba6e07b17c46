/// A statistic of a whole layer.
public struct GlobalAssociation: Sendable {
  /// The statistic itself.
  public var statistic: Double
  /// What it is on average if values are placed at random.
  public var expectation: Double
  /// Its variance if the values are drawn from a normal distribution; nil where none is known.
  public var normalVariance: Double?
  /// Its variance if the values are placed at random.
  public var variance: Double
  /// What makes it hard to trust.
  public var doubts: [StatisticDoubt]
  /// Permutations of all values, counted at the one place 0; nil if none were asked for, or if no
  /// order of the values differs from another.
  public var permutations: PermutationCounts?

  /// (statistic - expectation) / square root of the variance under random placement.
  public var z: Double { (statistic - expectation) / variance.squareRoot() }
  /// The same with the variance of normal values.
  public var normalZ: Double? {
    normalVariance.map { (statistic - expectation) / $0.squareRoot() }
  }
  /// The two-sided normal p of z.
  public var p: Double { NormalDistribution.twoSided(z) }
  /// The normal p of z on the side where it lies.
  public var oneSidedP: Double { NormalDistribution.upperTail(z.magnitude) }
  /// The share of permutations on the rarer side, the layer itself among them, as PySAL's `p_sim`.
  public var permutedOneSided: Double? { permutations?.oneSided(0) }
  /// Twice that, at most 1.
  public var permutedTwoSided: Double? { permutations?.twoSided(0) }
}

extension LocalSample {
  /// Permutes all values; nil if that cannot change a sum.
  func permuted(
    _ values: [Double], _ score: GlobalPermutation.Score, _ permutations: Permutations?
  ) -> PermutationCounts? {
    guard let permutations, permutations.count > 0, !doubts.contains(.allEqual),
      !doubts.contains(.nothingToJudge)
    else { return nil }
    return GlobalPermutation.counts(values, weights, score, permutations)
  }
}

/// The sums of a matrix of weights that the moments of global statistics are made of; the diagonal
/// does not count.
struct WeightSums {
  /// S0 = Σ w.
  private(set) var s0 = 0.0
  /// S1 = Σ (w of a pair + w of the pair turned)² / 2.
  private(set) var s1 = 0.0
  /// S2 = Σ (sum of the row + sum of the column)².
  private(set) var s2 = 0.0

  init(_ weights: SpatialWeights) {
    var sides = [Double](repeating: 0, count: weights.count)
    for feature in 0..<weights.count {
      for place in weights.row(feature) {
        let other = Int(weights.neighbours[place])
        guard other != feature else { continue }
        let w = weights.values[place]
        s0 += w
        sides[feature] += w
        sides[other] += w
        // (w + v)² / 2 once from each side: w² / 2 + w v + v² / 2, so w² + w v a pair.
        s1 += w * w + w * weights.weight(other, feature)
      }
    }
    s2 = sides.reduce(0) { $0 + $1 * $1 }
  }
}
