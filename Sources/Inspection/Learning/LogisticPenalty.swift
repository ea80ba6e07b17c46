/// What holds the coefficients of a logistic regression back, one number a coefficient.
///
/// The fit minimises the negative log-likelihood, summed over rows, plus
/// `ridge / 2 * b * b + lasso * abs(b)` for each coefficient `b`. In Bayes' words `ridge` is one over
/// the variance of a normal prior about 0, so the same number means the same for any count of rows.
public struct LogisticPenalty: Sendable {
  /// Quadratic penalties, 0 and more.
  public var ridge: [Double]
  /// Absolute penalties, 0 and more; all 0 for a plain ridge.
  public var lasso: [Double]
  /// Coefficients stay at or above these; minus infinity for no bound.
  public var lowerBounds: [Double]

  /// No penalty on any of `count` coefficients.
  public init(count: Int) {
    ridge = [Double](repeating: 0, count: count)
    lasso = ridge
    lowerBounds = [Double](repeating: -.infinity, count: count)
  }

  /// Penalties for a matrix: one for its numbers, one for each factor; the intercept is free.
  public init(_ design: DesignMatrix, numbers: Double, factors: [Double], lassoShare: Double = 0) {
    self.init(count: design.coefficientCount)
    for index in 1..<max(1, design.firstOfFactors) { set(numbers, share: lassoShare, at: index) }
    for (number, factor) in design.factors.enumerated() {
      let first = design.start(ofFactor: number)
      for level in 0..<factor.levelCount { set(factors[number], share: 0, at: first + level) }
    }
  }

  private mutating func set(_ strength: Double, share: Double, at index: Int) {
    ridge[index] = strength * (1 - share)
    lasso[index] = strength * share
  }

  /// Whether a Newton step is a linear system, but for bounds.
  var isQuadratic: Bool { lasso.allSatisfy { $0 == 0 } }
  /// Whether a Newton step needs no more than a linear system.
  var isPlain: Bool { isQuadratic && lowerBounds.allSatisfy { $0 == -.infinity } }

  /// What the penalties add to the loss.
  func value(_ coefficients: [Double]) -> Double {
    var sum = 0.0
    for (index, value) in coefficients.enumerated() {
      sum += ridge[index] / 2 * value * value + lasso[index] * abs(value)
    }
    return sum
  }
}
