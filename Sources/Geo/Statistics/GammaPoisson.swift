import Glibc

/// What units of unequal size truly have beside what was expected of them: empirical Bayes.
///
/// A unit's count is Poisson with the mean θ × expected, and θ differs between units as a gamma
/// distribution does; its two numbers are those that make all counts likeliest (negative binomial,
/// maximum likelihood). What is known of one unit afterwards is again a gamma distribution, drawn
/// towards the mean the more, the less was expected of it.
///
/// Source: D. Clayton and J. Kaldor, "Empirical Bayes estimates of age-standardized relative risks for
/// use in disease mapping", Biometrics 43 (1987), section 3.1.
public struct GammaPoisson: Sendable, Hashable {
  /// The mean of θ over units.
  public let mean: Double
  /// The shape ν of the distribution of θ; infinite where luck alone explains all differences.
  public let shape: Double
  /// The log-likelihood, up to what depends on the counts alone.
  public let logLikelihood: Double

  /// True if units differ by more than luck.
  public var differs: Bool { shape.isFinite }
  /// The standard deviation of θ over units.
  public var deviation: Double { differs ? mean / shape.squareRoot() : 0 }

  /// The likeliest mean where the shape is known already, as from an earlier fit; nil as below.
  public init?(counts: [Double], expected: [Double], shape: Double) {
    let units = zip(counts, expected).filter { $0.0 >= 0 && $0.1 > 0 && $0.1.isFinite }
    let total = units.reduce(0) { $0 + $1.0 }
    guard total > 0, shape > 0, shape.isFinite else { return nil }
    self.shape = shape
    mean = Self.mean(shape: shape, of: units)
    logLikelihood = Self.likelihood(shape: shape, mean: mean, of: units)
  }

  /// Fits the distribution; nil without a count or without anything expected.
  ///
  /// Counts need not be whole: a likelihood of this form is then a quasi-likelihood. Units of which
  /// nothing was expected count for nothing.
  /// - Complexity: O(n) for n units, times about 4,000.
  public init?(counts: [Double], expected: [Double]) {
    precondition(counts.count == expected.count, "something is expected of each unit")
    let units = zip(counts, expected).filter { $0.0 >= 0 && $0.1 > 0 && $0.1.isFinite }
    let total = units.reduce(0) { $0 + $1.0 }
    let sum = units.reduce(0) { $0 + $1.1 }
    guard total > 0, sum > 0 else { return nil }
    let pooled = total / sum
    // The slope of the likelihood at no difference (a score test): not above 0, no difference.
    let excess = units.reduce(0) { sum, unit in
      let fitted = pooled * unit.1
      return sum + (unit.0 - fitted) * (unit.0 - fitted) - unit.0
    }
    guard excess > 0, units.count > 1 else {
      mean = pooled
      shape = .infinity
      logLikelihood = units.reduce(0) { $0 + $1.0 * log(pooled * $1.1) - pooled * $1.1 }
      return
    }
    let peak = Self.peak(of: units)
    mean = peak.mean
    shape = peak.shape
    logLikelihood = peak.value
  }

  /// What is known of θ of a unit; nil where all units have the mean.
  public func posterior(count: Double, expected: Double) -> GammaDistribution? {
    guard differs else { return nil }
    return GammaDistribution(shape: shape + count, rate: shape / mean + expected)
  }

  /// The mean of what is known of θ.
  public func shrunk(count: Double, expected: Double) -> Double {
    posterior(count: count, expected: expected)?.mean ?? mean
  }

  /// The likeliest shape by a golden section over its logarithm, each with its likeliest mean.
  private static func peak(
    of units: [(Double, Double)]
  ) -> (mean: Double, shape: Double, value: Double) {
    let ratio = 0.5 * (5.0.squareRoot() - 1)
    func value(_ logShape: Double) -> (mean: Double, value: Double) {
      let shape = exp(logShape)
      let mean = mean(shape: shape, of: units)
      return (mean, likelihood(shape: shape, mean: mean, of: units))
    }
    var (low, high) = (log(1e-3), log(1e8))
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (atLeft, atRight) = (value(left), value(right))
    for _ in 0..<80 {
      if atLeft.value < atRight.value {
        low = left
        (left, atLeft) = (right, atRight)
        right = low + ratio * (high - low)
        atRight = value(right)
      } else {
        high = right
        (right, atRight) = (left, atLeft)
        left = high - ratio * (high - low)
        atLeft = value(left)
      }
    }
    let best = value(0.5 * (low + high))
    return (best.mean, exp(0.5 * (low + high)), best.value)
  }

  /// The root of the likelihood's slope in the mean, which falls all the way, by bisection.
  private static func mean(shape: Double, of units: [(Double, Double)]) -> Double {
    func slope(_ mean: Double) -> Double {
      units.reduce(0) { sum, unit in
        let fitted = mean * unit.1
        return sum + shape * (unit.0 - fitted) / (shape + fitted)
      }
    }
    var (low, high) = (0.0, 1.0)
    while slope(high) > 0, high < 1e12 { high *= 2 }
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if slope(middle) > 0 { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }

  private static func likelihood(
    shape: Double, mean: Double, of units: [(Double, Double)]
  ) -> Double {
    let constant = LogGamma.value(shape)
    return units.reduce(0) { sum, unit in
      let fitted = mean * unit.1
      return sum + LogGamma.value(shape + unit.0) - constant
        - shape * log1p(fitted / shape)
        + (unit.0 > 0 ? unit.0 * log(fitted / (shape + fitted)) : 0)
    }
  }
}
