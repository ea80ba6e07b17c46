import Geo
import Terminal

/// The way of borders from what a file has them in to the grid's plane, and back to degrees.
struct GridPlane: ~Copyable {
  private var inward: PlaceConverter?
  private var outward: Transformer
  private let file: String

  /// A line this long in the plane is looked at for a jump, in metres.
  private static let suspicious = 1e6

  /// Finds the way; borders that are in the grid's system already stay as they are to the last bit.
  init(
    from given: PlaceReference?, stated: CoordinateSystem?, to crs: CoordinateSystem, file: String
  ) throws {
    var system = given == nil ? stated : nil
    if case .system(let named) = given { system = named }
    let isThere = system?.isSame(as: crs) == true
    let inward: PlaceConverter? =
      isThere
      ? nil : try PlaceConverter(from: given, stated: stated, to: .datum(.wgs84), file: file)
    let outward = try Transformer(from: .wgs84, to: crs)
    self.inward = inward
    self.outward = outward
    self.file = file
  }

  /// A border in the plane.
  ///
  /// Throws `PROJError` or `CommandFailure` if it has no place there, or a place that does not lead
  /// back.
  mutating func area(_ area: MultiPolygon) throws -> MultiPolygon {
    guard inward != nil, case .area(let degrees)? = try inward?.convert(.area(area)) else {
      return area
    }
    let plane = try outward.transform(degrees)
    try check(plane, degrees)
    return plane
  }

  /// How many times larger than on the ground areas are around positions in the plane.
  mutating func arealScales(at positions: [Coordinate]) -> [Double] {
    outward.arealScales(at: positions)
  }

  /// Longitudes and latitudes of positions in the plane; NaN where there are none.
  private mutating func degrees(_ positions: [Coordinate]) -> [Coordinate] {
    var moved = positions
    outward.inverse(&moved)
    return moved
  }

  /// Projections give numbers beyond their domain, too: those that do not lead back, or lines that
  /// jump from one edge of the map to the other.
  private mutating func check(_ plane: MultiPolygon, _ degrees: MultiPolygon) throws {
    for (part, original) in zip(plane.polygons, degrees.polygons) {
      for (ring, place) in zip(part.rings, original.rings) {
        for (back, given) in zip(self.degrees(ring), place) {
          let turn = (back.x - given.x).remainder(dividingBy: 360)
          guard abs(turn) * (1 - abs(given.y) / 90) < 1e-6, abs(back.y - given.y) < 1e-6 else {
            throw beyond(given)
          }
        }
        for index in ring.indices.dropFirst() {
          let (dx, dy) = (ring[index].x - ring[index - 1].x, ring[index].y - ring[index - 1].y)
          let length = (dx * dx + dy * dy).squareRoot()
          if length > Self.suspicious,
            length > 10 * Geodesic.distance(place[index - 1], place[index])
          {
            throw beyond(place[index])
          }
        }
      }
    }
  }

  private func beyond(_ position: Coordinate) -> CommandFailure {
    CommandFailure(
      status: .badData,
      message: "\(position.x), \(position.y) lies outside of what \(outward.target) can show",
      file: file,
      hint: "Name a system made for that place with --crs, and check --from.")
  }
}
