public import Geo

/// Cells of a grid joined to blocks of so many by so many, for maps from afar.
public struct CellBlocks: Sendable {
  /// A block's area in WGS-84, in the order of the blocks.
  public private(set) var geometries: [Geometry?] = []
  /// How many of the cells each block holds.
  public private(set) var counts: [Int] = []
  /// The value among a block's cells that is farthest from 0, the greater of equals.
  public private(set) var values: [Double] = []

  /// Joins cells; blocks in the order of their rows and columns.
  ///
  /// Takes time in proportion to the cells.
  /// - Parameters:
  ///   - cells: their names; nil for a row whose name is none, which is left out.
  ///   - value: what a row is worth: 1 for a hot cell, a density, a class of significance.
  ///   - grid: the grid that they are of.
  ///   - side: how many cells a block has along a side, 2 or 4.
  ///   - place: from the grid's plane to WGS-84.
  public init(
    _ cells: [CellID?], value: (Int) -> Double, grid: EqualAreaGrid, side: Int32,
    place: (Coordinate) throws -> Coordinate
  ) rethrows {
    var places: [CellID: Int] = [:]
    var blocks: [(id: CellID, count: Int, value: Double)] = []
    for (row, cell) in cells.enumerated() {
      guard let cell else { continue }
      let id = CellID(
        column: Self.floored(cell.column, side), row: Self.floored(cell.row, side))
      let block = places[id] ?? blocks.count
      if block == blocks.count {
        places[id] = block
        blocks.append((id, 0, 0))
      }
      blocks[block].count += 1
      blocks[block].value = Self.farther(blocks[block].value, value(row))
    }
    blocks.sort { $0.id < $1.id }
    for block in blocks {
      geometries.append(try Self.area(of: block.id, side, grid, place))
      counts.append(block.count)
      values.append(block.value)
    }
  }

  private static func farther(_ one: Double, _ other: Double) -> Double {
    one.magnitude == other.magnitude
      ? max(one, other) : one.magnitude > other.magnitude ? one : other
  }

  private static func area(
    of block: CellID, _ side: Int32, _ grid: EqualAreaGrid,
    _ place: (Coordinate) throws -> Coordinate
  ) rethrows -> Geometry {
    let last = CellID(column: block.column + side - 1, row: block.row + side - 1)
    var box = grid.envelope(of: block)
    box.include(grid.envelope(of: last))
    return .area(MultiPolygon([Polygon(exterior: try box.border().map(place))]))
  }

  private static func floored(_ value: Int32, _ side: Int32) -> Int32 {
    value >= 0 ? value / side * side : -((-value + side - 1) / side) * side
  }
}
