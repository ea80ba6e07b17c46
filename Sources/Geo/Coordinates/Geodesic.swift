import CPROJ

/// Measures on the WGS-84 ellipsoid between longitudes and latitudes in degrees, exact to
/// nanometres (Karney, Algorithms for geodesics, 2013; the code is PROJ's).
public enum Geodesic {
  /// The shortest way between two positions, in metres.
  public static func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
    inverse(a, b).distance
  }

  /// The bearing in which the shortest way begins: degrees clockwise from north, 0 up to 360.
  public static func bearing(from a: Coordinate, to b: Coordinate) -> Double {
    compassDegrees(inverse(a, b).azimuth)
  }

  /// The length of a line in metres.
  public static func length(_ line: [Coordinate]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
  }

  /// The area in square metres, holes taken off; the direction of the rings does not matter.
  public static func area(_ polygon: Polygon) -> Double {
    polygon.holes.reduce(area(of: polygon.exterior)) { $0 - area(of: $1) }
  }

  /// The area of all parts in square metres.
  public static func area(_ area: MultiPolygon) -> Double {
    area.polygons.reduce(0) { $0 + Geodesic.area($1) }
  }

  private static func inverse(
    _ a: Coordinate, _ b: Coordinate
  ) -> (distance: Double, azimuth: Double) {
    var ellipsoid = wgs84()
    var (distance, azimuth) = (0.0, 0.0)
    geod_inverse(&ellipsoid, a.y, a.x, b.y, b.x, &distance, &azimuth, nil)
    return (distance, azimuth)
  }

  private static func area(of ring: Ring) -> Double {
    var ellipsoid = wgs84()
    var latitudes = ring.map(\.y)
    var longitudes = ring.map(\.x)
    var (area, perimeter) = (0.0, 0.0)
    geod_polygonarea(
      &ellipsoid, &latitudes, &longitudes, Int32(ring.count), &area, &perimeter)
    return abs(area)
  }

  private static func wgs84() -> geod_geodesic {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, 6_378_137, 1 / 298.257223563)
    return ellipsoid
  }
}
