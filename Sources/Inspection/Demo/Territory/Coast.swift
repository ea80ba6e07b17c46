import Geo

/// A rough coast of the Bohai, so that invented cities stay ashore; good to some ten kilometres.
struct Coast: Sendable {
  /// Longitude and latitude along the coast from Qinhuangdao to Laizhou, then round by sea.
  private static let sea = [
    Coordinate(119.7, 39.95), Coordinate(118.95, 39.15), Coordinate(118.0, 39.18),
    Coordinate(117.75, 38.95), Coordinate(117.6, 38.6), Coordinate(117.85, 38.28),
    Coordinate(118.3, 38.12), Coordinate(119.0, 38.1), Coordinate(119.25, 37.7),
    Coordinate(118.95, 37.3), Coordinate(119.4, 37.1), Coordinate(123.0, 37.1),
    Coordinate(123.0, 39.95),
  ]

  private let shore: [Coordinate]

  init(in plane: inout DemoPlane) {
    shore = plane.planar(Self.sea)
  }

  /// Whether a place of the plane lies at sea.
  func isSea(_ place: Coordinate) -> Bool {
    var inside = false
    var previous = shore[shore.count - 1]
    for corner in shore {
      if (corner.y > place.y) != (previous.y > place.y) {
        let share = (place.y - corner.y) / (previous.y - corner.y)
        if place.x < corner.x + share * (previous.x - corner.x) { inside.toggle() }
      }
      previous = corner
    }
    return inside
  }
}
