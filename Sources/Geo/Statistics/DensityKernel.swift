import Glibc

/// How the weight of a point spreads around it.
///
/// With r the distance in bandwidths, in the plane (Silverman 1986, sections 2.7 and 4.2). The
/// first three and the last end at one bandwidth; the Gaussian's bandwidth is its standard
/// deviation in each direction.
public enum DensityKernel: String, Sendable, CaseIterable {
  /// 3 / pi (1 - r^2)^2, also called biweight.
  case quartic
  /// exp(-r^2 / 2) / (2 pi).
  case gaussian
  /// 2 / pi (1 - r^2).
  case epanechnikov
  /// 1 / pi, the border included.
  case uniform

  /// What makes the kernel's integral one, for a bandwidth of one.
  var normalisation: Double {
    switch self {
    case .quartic: 3 / .pi
    case .gaussian: 0.5 / .pi
    case .epanechnikov: 2 / .pi
    case .uniform: 1 / .pi
    }
  }

  /// How much wider than a Gaussian's its bandwidth is for the same smoothness.
  ///
  /// The ratio of the bandwidths with the least mean integrated squared error, from the kernels'
  /// roughness and second moment: 460.8, 192 and 64 to the power of 1/6 (Silverman 1986, table
  /// 4.1: 2.78 and 2.40).
  public var bandwidthRatio: Double {
    switch self {
    case .quartic: pow(460.8, 1 / 6)
    case .gaussian: 1
    case .epanechnikov: pow(192, 1 / 6)
    case .uniform: 2
    }
  }

  /// The kernel, not yet normalised, where both squared offsets are in bandwidths.
  @inline(__always)
  func value(_ dx2: Double, _ dy2: Double) -> Double {
    switch self {
    case .quartic:
      let t = (1 - dx2) - dy2
      return t > 0 ? t * t : 0
    case .gaussian: return exp(-0.5 * dx2) * exp(-0.5 * dy2)
    case .epanechnikov: return max(0, (1 - dx2) - dy2)
    case .uniform: return (1 - dx2) - dy2 >= 0 ? 1 : 0
    }
  }

  /// The radius, in bandwidths, of the circle that holds a share of the kernel's mass.
  func radius(holding share: Double) -> Double {
    switch self {
    case .quartic: (1 - cbrt(1 - share)).squareRoot()
    case .gaussian: (-2 * log(1 - share)).squareRoot()
    case .epanechnikov: (1 - (1 - share).squareRoot()).squareRoot()
    case .uniform: share.squareRoot()
    }
  }
}
