import Glibc

/// The mean radius of the Earth in metres, that of a sphere as the IUGG defines it.
private let meanEarthRadius = 6_371_008.8

/// The distance in metres between two longitudes and latitudes on a sphere (haversine).
///
/// Up to 0.5 % off the ellipsoid; `Geodesic.distance` is exact and 20 times slower.
public func greatCircleDistance(_ a: Coordinate, _ b: Coordinate) -> Double {
  let toRadians = Double.pi / 180
  let halfNorth = sin((b.y - a.y) * toRadians / 2)
  let halfEast = sin((b.x - a.x) * toRadians / 2)
  let h =
    halfNorth * halfNorth + cos(a.y * toRadians) * cos(b.y * toRadians) * halfEast * halfEast
  return 2 * meanEarthRadius * asin(min(1, h.squareRoot()))
}

/// The bearing on a sphere in which the way from one position to another begins: degrees clockwise
/// from north, from 0 up to 360.
public func initialBearing(from a: Coordinate, to b: Coordinate) -> Double {
  let toRadians = Double.pi / 180
  let east = (b.x - a.x) * toRadians
  let (from, to) = (a.y * toRadians, b.y * toRadians)
  let angle = atan2(
    sin(east) * cos(to), cos(from) * sin(to) - sin(from) * cos(to) * cos(east))
  return compassDegrees(angle / toRadians)
}

/// An angle between -180 and 180 as a compass shows it: from 0 up to 360.
func compassDegrees(_ degrees: Double) -> Double {
  let positive = degrees < 0 ? degrees + 360 : degrees
  return positive >= 360 ? 0 : positive
}
