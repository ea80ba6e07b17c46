/// The units of a tile: where positions of the world come to lie in it.
struct TileGrid: Sendable {
  /// Half a tile's pixel at low zoom, an eighth of one from zoom 10 on: MapLibre and QGIS draw a
  /// tile 512 pixels wide.
  static func extent(at zoom: Int) -> Int { zoom < 10 ? 1024 : 4096 }

  /// What is drawn around a tile, so that lines and circles are whole at its border: 8 pixels.
  static func buffer(_ extent: Int) -> Int { extent / 64 }

  let extent: Int
  /// The tile's box with what is around it.
  let box: WorldBox

  private let originX: Int
  private let originY: Int
  private let shift: Int

  init(_ address: TileAddress) {
    extent = Self.extent(at: address.zoom)
    originX = address.box.minX
    originY = address.box.minY
    shift = WorldPosition.bits - address.zoom - extent.trailingZeroBitCount
    box = address.box.widened(by: Self.buffer(extent) << max(0, shift))
  }

  /// The nearest position of the tile's own units.
  func place(_ position: WorldPosition) -> TilePosition {
    guard shift > 0 else {
      return TilePosition(
        x: Int32((Int(position.x) - originX) << -shift),
        y: Int32((Int(position.y) - originY) << -shift))
    }
    let half = 1 << (shift - 1)
    return TilePosition(
      x: Int32((Int(position.x) - originX + half) >> shift),
      y: Int32((Int(position.y) - originY + half) >> shift))
  }

  /// The unit that holds a position.
  ///
  /// Points take it, not the nearest corner: of two tiles that share a border exactly one holds a point
  /// within its own units, so what is counted tile by tile is counted once.
  func unit(of position: WorldPosition) -> TilePosition {
    guard shift > 0 else { return place(position) }
    return TilePosition(
      x: Int32((Int(position.x) - originX) >> shift),
      y: Int32((Int(position.y) - originY) >> shift))
  }

  /// A line's positions in the tile, without those that fall on the one before or lie straight
  /// between their neighbours.
  ///
  /// Each position moves by itself, and what is dropped lies on the line that stays: neighbours
  /// that share a border share it at every zoom.
  func line(_ positions: [WorldPosition]) -> [TilePosition] {
    var line: [TilePosition] = []
    line.reserveCapacity(positions.count)
    for position in positions { Self.add(place(position), to: &line) }
    return line
  }

  /// A ring's positions in the tile, the first not repeated; none if nothing is left of it.
  func ring(_ positions: [WorldPosition]) -> [TilePosition] {
    var ring = line(positions)
    while ring.count > 2, ring[ring.count - 1] == ring[0] { ring.removeLast() }
    while ring.count > 2, Self.isStraight(ring[ring.count - 2], ring[ring.count - 1], ring[0]) {
      ring.removeLast()
    }
    while ring.count > 2, Self.isStraight(ring[ring.count - 1], ring[0], ring[1]) {
      ring.removeFirst()
    }
    return ring.count > 2 && Self.doubledArea(ring) != 0 ? ring : []
  }

  /// Twice the area, positive for rings that run clockwise on a screen, as exteriors must.
  static func doubledArea(_ ring: [TilePosition]) -> Int {
    var sum = 0
    var last = ring[ring.count - 1]
    for position in ring {
      sum += Int(last.x) * Int(position.y) - Int(position.x) * Int(last.y)
      last = position
    }
    return sum
  }

  private static func add(_ position: TilePosition, to line: inout [TilePosition]) {
    let count = line.count
    if count > 0, line[count - 1] == position { return }
    if count > 1, isStraight(line[count - 2], line[count - 1], position) {
      line[count - 1] = position
    } else {
      line.append(position)
    }
  }

  /// Whether the middle one lies on the segment between the others.
  private static func isStraight(_ a: TilePosition, _ b: TilePosition, _ c: TilePosition) -> Bool {
    let (x1, y1) = (Int(b.x - a.x), Int(b.y - a.y))
    let (x2, y2) = (Int(c.x - b.x), Int(c.y - b.y))
    return x1 * y2 == x2 * y1 && x1 * x2 + y1 * y2 >= 0
  }
}
