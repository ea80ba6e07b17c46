/// Which tile of the world's square: of `2^zoom` columns from west and as many rows from north.
///
/// As in XYZ addresses and OGC's WebMercatorQuad, where the row comes before the column.
public struct TileAddress: Sendable, Hashable {
  /// The deepest zoom of a tile.
  public static let deepest = 18

  /// How often the world was halved.
  public let zoom: Int
  /// Column, from the west.
  public let x: Int
  /// Row, from the north.
  public let y: Int

  /// Names a tile; nil if there is none of this name.
  public init?(zoom: Int, x: Int, y: Int) {
    guard (0...Self.deepest).contains(zoom) else { return nil }
    guard (0..<(1 << zoom)).contains(x), (0..<(1 << zoom)).contains(y) else { return nil }
    self.zoom = zoom
    self.x = x
    self.y = y
  }

  /// The tile that holds a position.
  public init?(zoom: Int, holding position: WorldPosition) {
    let shift = WorldPosition.bits - zoom
    guard shift >= 0 else { return nil }
    self.init(zoom: zoom, x: Int(position.x) >> shift, y: Int(position.y) >> shift)
  }

  /// How many units of the world a side is long.
  var side: Int { 1 << (WorldPosition.bits - zoom) }

  /// The tile's square in units of the world.
  public var box: WorldBox {
    WorldBox(minX: x * side, minY: y * side, maxX: (x + 1) * side, maxY: (y + 1) * side)
  }
}
