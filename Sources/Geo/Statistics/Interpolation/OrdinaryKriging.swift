/// Ordinary kriging: the linear unbiased estimate of least variance under a variogram, with a mean
/// that is not known.
///
/// Exact at the samples. The system of all samples is inverted once, O(n^3), so it is for hundreds
/// of samples; an estimate costs O(n^2), all leave-one-out estimates O(n^2) together. Sources: N.
/// Cressie, "Statistics for Spatial Data" (1993), section 3.2; O. Dubrule, "Cross validation of
/// kriging in a unique neighborhood", Mathematical Geology 15 (1983).
public struct OrdinaryKriging: Sendable {
  /// The samples.
  public let samples: Samples
  /// The variogram.
  public let variogram: Variogram

  /// The inverse of the system, n + 1 rows of n + 1.
  private let inverse: [Double]
  private var size: Int { samples.count + 1 }

  /// Sets up the system; nil where it has no single solution, as with two samples at one place or
  /// values that do not differ.
  public init?(_ samples: Samples, _ variogram: Variogram) {
    let size = samples.count + 1
    guard samples.count >= 2 else { return nil }
    var system = [Double](repeating: 1, count: size * size)
    for a in 0..<samples.count {
      for b in 0..<samples.count {
        system[a * size + b] = variogram.semivariance(samples.distance(a, b))
      }
    }
    system[size * size - 1] = 0
    guard let inverse = SquareMatrix(system, size: size).inverse() else { return nil }
    self.samples = samples
    self.variogram = variogram
    self.inverse = inverse.elements
  }

  /// The estimates at some places.
  public func estimates(xs: [Double], ys: [Double]) -> [Double] {
    // The estimate is linear in the semivariances to the samples, with coefficients that are the
    // same everywhere.
    let coefficients = (0..<size).map { row in
      samples.values.indices.reduce(0) { $0 + inverse[$1 * size + row] * samples.values[$1] }
    }
    return xs.indices.map { place in
      var estimate = coefficients[size - 1]
      for sample in samples.values.indices {
        let distance = samples.distance(sample, xs[place], ys[place])
        estimate += coefficients[sample] * variogram.semivariance(distance)
      }
      return estimate
    }
  }

  /// What the others say of each sample, under the same variogram.
  public func leaveOneOut() -> [Double] {
    samples.values.indices.map { sample in
      let residual = samples.values.indices.reduce(0) {
        $0 + inverse[sample * size + $1] * samples.values[$1]
      }
      return samples.values[sample] - residual / inverse[sample * size + sample]
    }
  }
}
