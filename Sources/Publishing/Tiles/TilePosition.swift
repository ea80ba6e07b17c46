/// A position within a tile in units of its extent: from west, from north.
struct TilePosition: Sendable, Hashable {
  var x: Int32
  var y: Int32
}
