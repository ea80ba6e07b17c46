/// A geometry as the drawing commands of a vector tile (section 4.3 of its specification, 2.1).
struct TileCommands: Sendable {
  /// What the commands draw.
  enum Kind: UInt64, Sendable {
    case points = 1
    case lines = 2
    case areas = 3
  }

  private(set) var values: [UInt32] = []
  private var x: Int32 = 0
  private var y: Int32 = 0

  private static let moveTo: UInt32 = 1
  private static let lineTo: UInt32 = 2
  private static let closePath: UInt32 = 15  // command 7, once

  /// Begins a new geometry, keeping memory.
  mutating func clear() {
    values.removeAll(keepingCapacity: true)
    x = 0
    y = 0
  }

  /// Adds a point.
  mutating func point(_ position: TilePosition) {
    values.append(1 << 3 | Self.moveTo)
    go(to: position)
  }

  /// Adds a line of two positions and more.
  mutating func line(_ positions: [TilePosition]) {
    begin(positions)
  }

  /// Adds a ring, its first position not repeated, in the order given.
  mutating func ring(_ positions: [TilePosition]) {
    begin(positions)
    values.append(Self.closePath)
  }

  private mutating func begin(_ positions: [TilePosition]) {
    values.append(1 << 3 | Self.moveTo)
    go(to: positions[0])
    values.append(UInt32(positions.count - 1) << 3 | Self.lineTo)
    for position in positions.dropFirst() { go(to: position) }
  }

  private mutating func go(to position: TilePosition) {
    values.append(TileMessage.zigzag(position.x - x))
    values.append(TileMessage.zigzag(position.y - y))
    x = position.x
    y = position.y
  }
}
