extension Transformer {
  /// How many times larger than on the ground a small area is at some positions of the target
  /// system, in its units squared a square metre: 1 everywhere in an equal-area system in metres.
  ///
  /// For a transformer from WGS-84 longitude and latitude. By central differences against the
  /// ellipsoid's radii of curvature, right to about nine digits; NaN where the projection has no
  /// place.
  public mutating func arealScales(at positions: [Coordinate]) -> [Double] {
    let step = 1e-4
    var places = positions
    inverse(&places)
    var moved: [Coordinate] = []
    moved.reserveCapacity(4 * places.count)
    for c in places {
      moved.append(Coordinate(c.x - step, c.y))
      moved.append(Coordinate(c.x + step, c.y))
      moved.append(Coordinate(c.x, c.y - step))
      moved.append(Coordinate(c.x, c.y + step))
    }
    transform(&moved)
    return places.indices.map { index in
      let (west, east) = (moved[4 * index], moved[4 * index + 1])
      let (south, north) = (moved[4 * index + 2], moved[4 * index + 3])
      let ground = MetresPerDegree(latitude: places[index].y)
      let determinant =
        (east.x - west.x) * (north.y - south.y) - (east.y - west.y) * (north.x - south.x)
      return determinant.magnitude / (4 * step * step * ground.east * ground.north)
    }
  }
}
