import Geo

/// Points that lie in one square of a fine grid, drawn as one.
public struct PointCluster: Sendable, Hashable {
  /// The mean of their places.
  public var middle: WorldPosition
  /// How many they are.
  public var count: Int
  /// How many of them are marked: a complaint found true, a visit that found a problem.
  public var marked: Int
  /// The least row.
  public var first: Int

  /// Groups points by squares of a grid of so many to a tile's side, which is the same for
  /// neighbouring tiles; in the order of the squares.
  ///
  /// Squares around the tile are grouped too, so that their circles reach into it. A point is the
  /// first of its row. Takes time in proportion to the rows.
  public static func clusters(
    of rows: some Sequence<Int>, _ shapes: TileShapes, in address: TileAddress, across: Int,
    isMarked: (Int) -> Bool
  ) -> [PointCluster] {
    let shift = WorldPosition.bits - address.zoom - across.trailingZeroBitCount
    guard shapes.kind == .point, across.nonzeroBitCount == 1, shift >= 0 else { return [] }
    let margin = 1
    let width = across + 2 * margin
    let (west, north) = (address.x * across - margin, address.y * across - margin)
    var sums = [Sums](repeating: Sums(), count: width * width)
    for row in rows where shapes.rows[row].rings > 0 {
      let position = shapes.positions[shapes.start(of: Int(shapes.rows[row].firstRing))]
      let (column, line) = (Int(position.x) >> shift - west, Int(position.y) >> shift - north)
      guard (0..<width).contains(column), (0..<width).contains(line) else { continue }
      sums[line * width + column].add(row, position, isMarked: isMarked(row))
    }
    return sums.compactMap(\.cluster)
  }

  private struct Sums {
    var x = 0
    var y = 0
    var count = 0
    var marked = 0
    var first = Int.max

    mutating func add(_ row: Int, _ position: WorldPosition, isMarked: Bool) {
      x += Int(position.x)
      y += Int(position.y)
      count += 1
      if isMarked { marked += 1 }
      first = min(first, row)
    }

    var cluster: PointCluster? {
      guard count > 0 else { return nil }
      return PointCluster(
        middle: WorldPosition(x: Int32(x / count), y: Int32(y / count)), count: count,
        marked: marked, first: first)
    }
  }
}
