import Glibc

/// How long a degree is on the ground at a latitude, from the radii of curvature of the WGS-84
/// ellipsoid: exact for a vanishing step, a metric for the surroundings.
public struct MetresPerDegree: Sendable, Hashable {
  /// Metres in a degree of longitude; 0 at the poles.
  public let east: Double
  /// Metres in a degree of latitude.
  public let north: Double

  /// Semi-major axis in metres, and squared eccentricity.
  private static let semiMajorAxis = 6_378_137.0
  private static let squaredEccentricity = 0.0066943799901413165

  /// The metric at a latitude in degrees.
  public init(latitude: Double) {
    let degree = Double.pi / 180
    let s = sin(latitude * degree)
    let w = 1 - Self.squaredEccentricity * s * s
    let root = w.squareRoot()
    // N cos φ and M: the radii of the parallel and of the meridian.
    east = max(0, Self.semiMajorAxis / root * cos(latitude * degree) * degree)
    north = Self.semiMajorAxis * (1 - Self.squaredEccentricity) / (w * root) * degree
  }
}
