import Geo

/// Layers of squares, drawn by hand or by chance, and ways to damage them.
enum SquareLayer {
  /// A closed polygon through positions.
  static func area(_ corners: [(Double, Double)], holes: [[(Double, Double)]] = []) -> MultiPolygon
  {
    func ring(_ corners: [(Double, Double)]) -> Ring {
      (corners + corners.prefix(1)).map { Coordinate($0.0, $0.1) }
    }
    return MultiPolygon([Polygon(exterior: ring(corners), holes: holes.map(ring))])
  }

  /// A rectangle.
  static func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> MultiPolygon {
    area([(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY)])
  }

  /// `side` by `side` squares of a size, row by row from an origin.
  static func grid(
    _ side: Int, size: Double = 100, origin: Coordinate = Coordinate(0, 0)
  ) -> [MultiPolygon] {
    (0..<side * side).map { place in
      let x = origin.x + Double(place % side) * size
      let y = origin.y + Double(place / side) * size
      return box(x, y, x + size, y + size)
    }
  }
}

extension MultiPolygon {
  /// The same area with one corner elsewhere.
  func moving(_ corner: Coordinate, to place: Coordinate) -> MultiPolygon {
    mapCoordinates { $0 == corner ? place : $0 }
  }

  /// The same area with one more corner after another.
  func inserting(_ corner: Coordinate, after place: Coordinate) -> MultiPolygon {
    var area = self
    for part in area.polygons.indices {
      if let index = area.polygons[part].exterior.firstIndex(of: place) {
        area.polygons[part].exterior.insert(corner, at: index + 1)
      }
    }
    return area
  }

  /// All corners.
  var corners: Set<Coordinate> { Set(polygons.lazy.flatMap(\.rings).joined()) }
}

extension Coverage {
  /// The faults of a layer in metres.
  static func faults(of areas: [MultiPolygon]) throws -> CoverageFaults {
    try Coverage(areas).check(in: .metres)
  }
}
