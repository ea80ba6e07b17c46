import Geo

/// Ground as text, so that a plan's record holds all of it: `x y,x y;x y ...|...`, rings of a polygon
/// by `;`, polygons by `|`.
struct ClosedGround {
  let areas: [MultiPolygon]

  init(_ areas: [MultiPolygon]) { self.areas = areas }

  /// Reads it back; nil for another text.
  init?(text: String) {
    var polygons: [Polygon] = []
    for part in text.split(separator: "|") {
      var rings: [[Coordinate]] = []
      for ring in part.split(separator: ";") {
        var corners: [Coordinate] = []
        for corner in ring.split(separator: ",") {
          let numbers = corner.split(separator: " ").compactMap { Double($0) }
          guard numbers.count == 2 else { return nil }
          corners.append(Coordinate(numbers[0], numbers[1]))
        }
        rings.append(corners)
      }
      guard let exterior = rings.first else { return nil }
      polygons.append(Polygon(exterior: exterior, holes: Array(rings.dropFirst())))
    }
    guard !polygons.isEmpty else { return nil }
    areas = [MultiPolygon(polygons)]
  }

  var text: String {
    areas.flatMap(\.polygons).map { polygon in
      ([polygon.exterior] + polygon.holes).map { ring in
        ring.map { "\($0.x) \($0.y)" }.joined(separator: ",")
      }.joined(separator: ";")
    }.joined(separator: "|")
  }
}
