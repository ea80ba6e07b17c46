import Glibc

/// The distribution that the highest of many numbers has nearly.
///
/// Its tail gives p below 1 / (replications + 1). Source: Abrams, Kulldorff and Kleinman,
/// "Gumbel based p-value approximations for spatial scan statistics", International Journal of Health
/// Geographics 9 (2010): fitted by mean and deviation.
struct GumbelDistribution: Sendable {
  private let location: Double
  private let scale: Double

  /// Fits it; nil for fewer than 20 numbers, or if all are equal.
  init?(fitting maxima: [Double]) {
    guard maxima.count >= 20 else { return nil }
    let count = Double(maxima.count)
    let mean = maxima.reduce(0, +) / count
    let variance = maxima.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    guard variance > 0 else { return nil }
    scale = variance.squareRoot() * 6.0.squareRoot() / .pi
    // Euler's constant.
    location = mean - 0.577_215_664_901_532_9 * scale
  }

  /// The chance of a number at least as high.
  func upperTail(_ value: Double) -> Double {
    -expm1(-exp(-(value - location) / scale))
  }
}
