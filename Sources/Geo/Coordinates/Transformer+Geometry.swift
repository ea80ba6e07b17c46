import CPROJ

extension Transformer {
  /// The position in the target system; throws `outside` if it has none there.
  public mutating func transform(_ coordinate: Coordinate) throws(PROJError) -> Coordinate {
    try moved([coordinate], PJ_FWD)[0]
  }

  /// The position in the source system; throws `outside` if it has none there.
  public mutating func inverse(_ coordinate: Coordinate) throws(PROJError) -> Coordinate {
    try moved([coordinate], PJ_INV)[0]
  }

  /// The area with every corner in the target system; throws `outside` if one has none there.
  public mutating func transform(_ area: MultiPolygon) throws(PROJError) -> MultiPolygon {
    try moved(area, PJ_FWD)
  }

  /// The area with every corner in the source system; throws `outside` if one has none there.
  public mutating func inverse(_ area: MultiPolygon) throws(PROJError) -> MultiPolygon {
    try moved(area, PJ_INV)
  }

  /// The geometry in the target system; throws `outside` if a position has none there.
  public mutating func transform(_ geometry: Geometry) throws(PROJError) -> Geometry {
    try moved(geometry, PJ_FWD)
  }

  /// The geometry in the source system; throws `outside` if a position has none there.
  public mutating func inverse(_ geometry: Geometry) throws(PROJError) -> Geometry {
    try moved(geometry, PJ_INV)
  }

  private mutating func moved(
    _ geometry: Geometry, _ direction: PJ_DIRECTION
  ) throws(PROJError) -> Geometry {
    switch geometry {
    case .point(let coordinate): return .point(try moved([coordinate], direction)[0])
    case .multiPoint(let coordinates): return .multiPoint(try moved(coordinates, direction))
    case .area(let area): return .area(try moved(area, direction))
    case .lines(var lines):
      for index in lines.indices { lines[index] = try moved(lines[index], direction) }
      return .lines(lines)
    }
  }

  private mutating func moved(
    _ area: MultiPolygon, _ direction: PJ_DIRECTION
  ) throws(PROJError) -> MultiPolygon {
    var area = area
    for part in area.polygons.indices {
      let polygon = area.polygons[part]
      area.polygons[part].exterior = try moved(polygon.exterior, direction)
      for hole in polygon.holes.indices {
        area.polygons[part].holes[hole] = try moved(polygon.holes[hole], direction)
      }
    }
    return area
  }

  private mutating func moved(
    _ coordinates: [Coordinate], _ direction: PJ_DIRECTION
  ) throws(PROJError) -> [Coordinate] {
    var result = coordinates
    guard move(&result, direction) > 0 else { return result }
    let outside = result.indices.first { !result[$0].isFinite }.map { coordinates[$0] }
    let systems = direction == PJ_FWD ? (source, target) : (target, source)
    throw PROJError(
      .outside,
      "position \(outside?.x ?? .nan), \(outside?.y ?? .nan) of \(systems.0) has no place in "
        + "\(systems.1): check that x is east and y north, and that the system is the right one")
  }
}
