public import Geo

/// The geometries of a layer on the world's square, ready to be cut into tiles.
public struct TileShapes: Sendable {
  /// One geometry's place in the columns.
  struct Extent: Sendable {
    var firstRing: Int32
    var rings: Int32
    var box: WorldBox
  }

  /// What all of them are; rows of another kind are empty.
  public let kind: GeometryKind

  private(set) var positions: [WorldPosition] = []
  /// Where each ring or line ends in `positions`; a ring's first position is not repeated.
  private(set) var ringEnds: [Int32] = []
  private(set) var isHole: [Bool] = []
  private(set) var rows: [Extent] = []

  /// Puts geometries in WGS-84 on the square; nil stays without a place.
  ///
  /// Takes time in proportion to their positions.
  public init(_ geometries: [Geometry?], kind: GeometryKind) {
    self.kind = kind
    rows.reserveCapacity(geometries.count)
    for geometry in geometries { append(geometry) }
  }

  /// How many rows there are.
  public var count: Int { rows.count }

  private mutating func append(_ geometry: Geometry?) {
    let first = ringEnds.count
    switch (kind, geometry) {
    case (.point, .point(let point)): add([point])
    case (.point, .multiPoint(let points)): for point in points { add([point]) }
    case (.lines, .lines(let lines)): for line in lines where line.count > 1 { add(line) }
    case (.area, .area(let area)):
      for polygon in area.polygons {
        add(polygon.exterior.dropLast())
        for hole in polygon.holes { add(hole.dropLast(), isHole: true) }
      }
    default: break
    }
    var box = WorldBox.empty
    for ring in first..<ringEnds.count {
      for position in positions[start(of: ring)..<end(of: ring)] { box.include(position) }
    }
    rows.append(Extent(firstRing: Int32(first), rings: Int32(ringEnds.count - first), box: box))
  }

  private mutating func add(_ coordinates: some Collection<Coordinate>, isHole hole: Bool = false) {
    for coordinate in coordinates { positions.append(WorldPosition(coordinate)) }
    ringEnds.append(Int32(positions.count))
    isHole.append(hole)
  }

  func start(of ring: Int) -> Int { ring == 0 ? 0 : Int(ringEnds[ring - 1]) }
  func end(of ring: Int) -> Int { Int(ringEnds[ring]) }
}
