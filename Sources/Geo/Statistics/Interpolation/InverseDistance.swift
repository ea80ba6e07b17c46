import Glibc

/// Interpolation by inverse distance: the mean of the samples, each weighted by its distance to the
/// power of `-power`.
///
/// Exact at the samples. Source: D. Shepard, "A two-dimensional interpolation function for
/// irregularly-spaced data", Proceedings of the 23rd ACM National Conference (1968).
public struct InverseDistance: Sendable, Hashable {
  /// The samples.
  public let samples: Samples
  /// How fast weights fall with the distance.
  public let power: Double

  /// Makes the interpolation.
  public init(_ samples: Samples, power: Double = 2) {
    self.samples = samples
    self.power = power
  }

  /// The estimates at some places; NaN without a sample.
  ///
  /// O(places x samples).
  public func estimates(xs: [Double], ys: [Double]) -> [Double] {
    xs.indices.map { estimate(xs[$0], ys[$0], without: nil) }
  }

  /// What the others say of each sample; NaN without others.
  ///
  /// O(n^2).
  public func leaveOneOut() -> [Double] {
    samples.values.indices.map { estimate(samples.xs[$0], samples.ys[$0], without: $0) }
  }

  private func estimate(_ x: Double, _ y: Double, without left: Int?) -> Double {
    var (sum, weights) = (0.0, 0.0)
    // Samples at the very place decide alone.
    var (atPlace, countAtPlace) = (0.0, 0.0)
    for sample in samples.values.indices where sample != left {
      let distance = samples.distance(sample, x, y)
      guard distance > 0 else {
        atPlace += samples.values[sample]
        countAtPlace += 1
        continue
      }
      let weight = pow(distance, -power)
      sum += weight * samples.values[sample]
      weights += weight
    }
    return countAtPlace > 0 ? atPlace / countAtPlace : weights > 0 ? sum / weights : .nan
  }
}
