import Glibc

extension SpatialWeights {
  /// How the weight falls with the distance d, as a share u = d / h of the bandwidth; 0 beyond it,
  /// but for the Gaussian.
  public enum Kernel: String, Sendable, CaseIterable {
    /// 1 - u.
    case triangular
    /// 3/4 (1 - u²).
    case epanechnikov
    /// 15/16 (1 - u²)².
    case quartic
    /// exp(-u²/2) / sqrt(2π), cut at u = 1 as GeoDa and PySAL do.
    case gaussian

    /// The weight at a share of the bandwidth.
    public func weight(_ u: Double) -> Double {
      guard u <= 1 else { return 0 }
      return switch self {
      case .triangular: 1 - u
      case .epanechnikov: 0.75 * (1 - u * u)
      case .quartic: 15.0 / 16 * (1 - u * u) * (1 - u * u)
      case .gaussian: exp(-u * u / 2) / (2 * Double.pi).squareRoot()
      }
    }
  }

  /// Binary weights of positions no farther apart than a distance, in the unit of the columns.
  ///
  /// Positions that are not finite have no neighbours. O(n log n + pairs).
  public init(xs: [Double], ys: [Double], band distance: Double) {
    let index = PointIndex(xs: xs, ys: ys)
    self.init(count: xs.count) { feature, row in
      index.forEach(within: distance, of: Coordinate(xs[feature], ys[feature])) { other, _ in
        if other != feature { row.append((other, 1)) }
      }
    }
  }

  /// Binary weights of the k nearest positions, equally far ones by number.
  ///
  /// Not symmetric. Positions that are not finite have no neighbours. O(n (log n + k)).
  public init(xs: [Double], ys: [Double], nearest k: Int) {
    let index = PointIndex(xs: xs, ys: ys)
    self.init(count: xs.count) { feature, row in
      let found = index.nearest(Coordinate(xs[feature], ys[feature]), k: k + 1)
      // Where more positions than k stand on one spot, the feature may not be among the found.
      for other in found.map(\.index).filter({ $0 != feature }).prefix(k) {
        row.append((other, 1))
      }
    }
  }

  /// Weights that fall with the distance up to a bandwidth, each feature with its own weight at
  /// distance 0.
  ///
  /// Positions that are not finite have no neighbours. O(n log n + pairs).
  public init(xs: [Double], ys: [Double], kernel: Kernel, bandwidth: Double) {
    let index = PointIndex(xs: xs, ys: ys)
    self.init(count: xs.count) { feature, row in
      index.forEach(within: bandwidth, of: Coordinate(xs[feature], ys[feature])) { other, far in
        let weight = kernel.weight(far / bandwidth)
        if weight > 0 { row.append((other, weight)) }
      }
    }
  }

  private init(count: Int, _ fill: (Int, inout [(other: Int, weight: Double)]) -> Void) {
    var starts = [0]
    var neighbours: [Int32] = []
    var values: [Double] = []
    var row: [(other: Int, weight: Double)] = []
    for feature in 0..<count {
      row.removeAll(keepingCapacity: true)
      fill(feature, &row)
      row.sort { $0.other < $1.other }
      for (other, weight) in row {
        neighbours.append(Int32(truncatingIfNeeded: other))
        values.append(weight)
      }
      starts.append(neighbours.count)
    }
    self.init(starts: starts, neighbours: neighbours, values: values)
  }
}
