public import Geo

/// The outlines of cells of a grid that belong together, exact along the cells' sides.
public enum GridOutlines {
  /// The borders of all marked cells: around cells that share a side, and around the holes in them.
  ///
  /// - Parameters:
  ///   - isMarked: a mark for each cell, rows from north to south.
  /// - Returns: areas in the grid's plane. Each has one ring; those that go around holes run the
  ///   other way, so that the rule "nonzero" fills what is marked.
  /// - Complexity: linear in the cells.
  public static func rings(of isMarked: [Bool], on grid: DensityGrid) -> [Ring] {
    precondition(isMarked.count == grid.count, "a mark for each cell")
    var edges = sides(isMarked, grid)
    var rings: [Ring] = []
    for corner in edges.indices {
      while edges[corner] != 0 {
        let direction = edges[corner].trailingZeroBitCount
        rings.append(follow(corner, direction, &edges, grid))
      }
    }
    return rings
  }

  /// The sides that leave each corner, with what is marked to the right.
  ///
  /// A bit a direction: east, south, west, north.
  private static func sides(_ isMarked: [Bool], _ grid: DensityGrid) -> [UInt8] {
    let (columns, rows) = (grid.columns, grid.rows)
    let stride = columns + 1
    var edges = [UInt8](repeating: 0, count: stride * (rows + 1))
    for row in 0..<rows {
      for column in 0..<columns where isMarked[row * columns + column] {
        let cell = row * columns + column
        let corner = row * stride + column
        if row == 0 || !isMarked[cell - columns] { edges[corner] |= 1 }
        if column == columns - 1 || !isMarked[cell + 1] { edges[corner + 1] |= 2 }
        if row == rows - 1 || !isMarked[cell + columns] { edges[corner + stride + 1] |= 4 }
        if column == 0 || !isMarked[cell - 1] { edges[corner + stride] |= 8 }
      }
    }
    return edges
  }

  /// Walks around from a corner until it is reached again, and takes the sides away.
  private static func follow(
    _ start: Int, _ first: Int, _ edges: inout [UInt8], _ grid: DensityGrid
  ) -> Ring {
    let stride = grid.columns + 1
    let steps = [1, stride, -1, -stride]
    func position(_ corner: Int) -> Coordinate {
      Coordinate(
        grid.minX + Double(corner % stride) * grid.cell,
        grid.maxY - Double(corner / stride) * grid.cell)
    }
    var ring = [position(start)]
    var (corner, direction) = (start, first)
    while true {
      corner += steps[direction]
      // To the right first: cells that only touch at a corner stay apart.
      let turns = [direction + 1, direction, direction + 3].map { $0 & 3 }
      guard let next = turns.first(where: { edges[corner] & 1 << UInt8($0) != 0 }) else { break }
      if next != direction || corner == start { ring.append(position(corner)) }
      if corner == start, next == first { break }
      edges[corner] &= ~(1 << UInt8(next))
      direction = next
    }
    edges[start] &= ~(1 << UInt8(first))
    return ring
  }
}
