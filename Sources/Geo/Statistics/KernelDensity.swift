import Dispatch

/// The density of points in a plane by kernels: at a place x, the sum of w K((x - p) / h) / h^2
/// over the points p with their weights w.
///
/// Coordinates are metres, or any other unit that is the same in both directions. Every point
/// counts where it is, not at a cell's centre, in double precision; the result is the same to the
/// last bit for any number of threads. Positions that are not finite are left out. Source:
/// Silverman 1986, Density Estimation for Statistics and Data Analysis, chapter 4.
public struct KernelDensity: Sendable, Hashable {
  /// How weight spreads.
  public let kernel: DensityKernel
  /// The bandwidth, in the unit of the coordinates: where compact kernels end, or a Gaussian's
  /// standard deviation.
  public let bandwidth: Double
  /// How many bandwidths a Gaussian reaches in x and in y; others reach one.
  ///
  /// With 6 it loses 4e-9 of its weight and less than 1.6e-8 of a point's peak anywhere.
  public let cut: Double

  /// Names a kernel and its bandwidth.
  ///
  /// - Precondition: the bandwidth and the cut are positive and finite.
  public init(_ kernel: DensityKernel, bandwidth: Double, cut: Double = 6) {
    precondition(bandwidth > 0 && bandwidth.isFinite && cut > 0 && cut.isFinite)
    self.kernel = kernel
    self.bandwidth = bandwidth
    self.cut = kernel == .gaussian ? cut : 1
  }

  /// How far a point reaches in x and in y, in the unit of the coordinates.
  public var reach: Double { bandwidth * cut }

  /// What sums of kernel values are multiplied with.
  func scale(_ unit: DensityUnit) -> Double {
    kernel.normalisation / (bandwidth * bandwidth) * unit.factor
  }

  /// The density at positions: exact but for the Gaussian's cut; NaN where a position is no number.
  ///
  /// - Parameters:
  ///   - x: eastings of the places asked for.
  ///   - y: their northings.
  ///   - points: the points that are counted.
  ///   - unit: what the result is in.
  ///   - threads: how many threads to take; 0 is all cores.
  /// - Complexity: O(n log n) for the index, then the points in reach of each place.
  public func at(
    x: [Double], y: [Double], of points: WeightedPoints, unit: DensityUnit, threads: Int = 0
  ) -> [Double] {
    let index = PointIndex(xs: points.xs, ys: points.ys)
    let count = min(x.count, y.count)
    let scale = scale(unit)
    let share = 256
    return [Double](unsafeUninitializedCapacity: count) { output, initialised in
      nonisolated(unsafe) let values = output
      Shares(count: (count + share - 1) / share).forEach(threads: threads) { part in
        for place in part * share..<min((part + 1) * share, count) {
          values.initializeElement(
            at: place, to: scale * sum(Coordinate(x[place], y[place]), points, index))
        }
      }
      initialised = count
    }
  }

  /// The kernel values of all points at a place.
  private func sum(_ place: Coordinate, _ points: WeightedPoints, _ index: PointIndex) -> Double {
    guard place.isFinite else { return .nan }
    let inverse = 1 / bandwidth
    // A little farther, so that rounding leaves out no point at the very border.
    let radius = reach * (kernel == .gaussian ? 1.415 : 1.000001)
    var sum = 0.0
    index.forEach(within: radius, of: place) { point, _ in
      let dx = (place.x - points.xs[point]) * inverse
      let dy = (place.y - points.ys[point]) * inverse
      guard abs(dx) <= cut, abs(dy) <= cut else { return }
      sum += points.weight(point) * kernel.value(dx * dx, dy * dy)
    }
    return sum
  }
}
