import Glibc

/// A gamma distribution: the chance below a value and the value below which there is a chance.
///
/// The regularised incomplete gamma function is a series below the shape and a continued fraction
/// above it (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31; Lentz's evaluation).
public struct GammaDistribution: Sendable, Hashable {
  /// The shape, above 0.
  public let shape: Double
  /// The rate, above 0: the inverse of the scale.
  public let rate: Double

  /// Makes the distribution; shape and rate are finite and above 0.
  public init(shape: Double, rate: Double) {
    precondition(shape > 0 && rate > 0, "a gamma distribution has a positive shape and rate")
    self.shape = shape
    self.rate = rate
  }

  /// shape / rate.
  public var mean: Double { shape / rate }

  /// The chance of a value of at most `value`; relative error below 1e-12 where it is not tiny.
  public func lowerTail(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    let x = value * rate
    guard x.isFinite else { return 1 }
    let scale = exp(shape * log(x) - x - LogGamma.value(shape))
    return x < shape + 1 ? series(x) * scale : 1 - fraction(x) * scale
  }

  /// The value that is not exceeded with a chance in 0..<1, by bisection to the last digits.
  public func quantile(_ chance: Double) -> Double {
    guard chance > 0 else { return 0 }
    var (low, high) = (0.0, mean + 1 / rate)
    while lowerTail(high) < chance, high < 1e300 { (low, high) = (high, high * 2) }
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      guard middle > low, middle < high else { break }
      if lowerTail(middle) < chance { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }

  /// The interval that leaves out the same chance on either side.
  public func interval(holding chance: Double = 0.95) -> ClosedRange<Double> {
    let low = quantile(0.5 * (1 - chance))
    return low...max(low, quantile(0.5 * (1 + chance)))
  }

  private func series(_ x: Double) -> Double {
    var (term, sum, denominator) = (1 / shape, 1 / shape, shape)
    for _ in 0..<100_000 {
      denominator += 1
      term *= x / denominator
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  private func fraction(_ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var value = d
    for step in 1..<100_000 {
      let i = Double(step)
      let a = -i * (i - shape)
      b += 2
      d = a * d + b
      if abs(d) < tiny { d = tiny }
      c = b + a / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      value *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return value
  }
}
