/// Mann and Kendall's test for a trend: whether values rise or fall over time more often than chance
/// would have it, whatever their distribution.
///
/// Sources: H. B. Mann, "Nonparametric tests against trend", Econometrica 13 (1945); M. G. Kendall,
/// "Rank Correlation Methods" (1975).
public struct MannKendall: Sendable, Hashable {
  /// How many values there are.
  public let count: Int
  /// Pairs that rise less pairs that fall.
  public let score: Int
  /// The variance of the score if there is no trend, corrected for ties.
  public let variance: Double
  /// The score one step nearer to 0, over its deviation; 0 where all values are equal.
  public let z: Double
  /// The two-sided normal p of z; nearly exact from ten values on.
  public let p: Double
  /// The score over the number of pairs, -1 to 1.
  public let tau: Double

  /// Tests a series in the order of time, passing over NaN; O(n²).
  ///
  /// With fewer than two values z, p and tau are NaN.
  public init(_ series: [Double]) {
    let values = series.filter(\.isFinite)
    let n = values.count
    var score = 0
    for (place, later) in values.enumerated() {
      for earlier in values[..<place] { score += later > earlier ? 1 : later < earlier ? -1 : 0 }
    }
    count = n
    self.score = score
    variance = Self.variance(values)
    guard n > 1 else {
      (z, p, tau) = (.nan, .nan, .nan)
      return
    }
    z = score == 0 ? 0 : Double(score - score.signum()) / variance.squareRoot()
    p = NormalDistribution.twoSided(z)
    tau = Double(score) / (Double(n) * Double(n - 1) / 2)
  }

  /// (n (n - 1) (2n + 5) - Σ t (t - 1) (2t + 5)) / 18 over groups of t equal values.
  private static func variance(_ values: [Double]) -> Double {
    func term(_ n: Int) -> Int { n * (n - 1) * (2 * n + 5) }
    var sum = term(values.count)
    var ties = 0
    let sorted = values.sorted()
    for place in sorted.indices {
      ties += 1
      if place + 1 == sorted.count || sorted[place + 1] != sorted[place] {
        sum -= term(ties)
        ties = 0
      }
    }
    return Double(sum) / 18
  }
}
