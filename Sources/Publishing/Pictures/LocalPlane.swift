import Geo

/// Metres east and north of a place: true to a few metres in a thousand over a city, for pictures only.
struct LocalPlane {
  private let middle: Coordinate
  private let scale: MetresPerDegree

  /// A plane around the middle of some places, longitude and latitude in degrees.
  init(around places: [Coordinate]) {
    let box = Envelope(places.filter(\.isFinite))
    middle =
      box.isEmpty
      ? Coordinate(0, 0) : Coordinate((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    scale = MetresPerDegree(latitude: middle.y)
  }

  /// The position on the plane.
  func metres(_ place: Coordinate) -> Coordinate {
    Coordinate((place.x - middle.x) * scale.east, (place.y - middle.y) * scale.north)
  }

  /// The place of a position on the plane.
  func place(_ metres: Coordinate) -> Coordinate {
    Coordinate(middle.x + metres.x / scale.east, middle.y + metres.y / scale.north)
  }
}
