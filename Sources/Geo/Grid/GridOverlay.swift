/// Many areas cut by a grid: what each takes of every cell, in one pass and without keeping them.
///
/// Areas are added one after another, each to a group: itself, or what it is part of, such as its
/// county. Parts are exact up to rounding (`EqualAreaGrid.shares(of:)`), so those of a group are the
/// sums over its areas. Holds 24 bytes for each cell that an area meets; what would be more than
/// `cellLimit` of those is counted but not cut.
public struct GridOverlay: Sendable {
  /// The grid.
  public let grid: EqualAreaGrid
  /// How many areas were added.
  public private(set) var areaCount = 0
  /// The planar area of each group, by the areas' own borders, in squared units.
  public private(set) var groupAreas: [Double] = []

  private let cellLimit: Int
  private var expected = 0.0
  private var parts: [Part] = []

  /// What an area takes of a cell.
  private struct Part {
    var cell: CellID
    var group: Int32
    var area: Double
  }

  /// An empty overlay; `cellLimit` bounds the memory.
  public init(_ grid: EqualAreaGrid, cellLimit: Int = 20_000_000) {
    self.grid = grid
    self.cellLimit = cellLimit
  }

  /// Cuts an area and adds its parts to a group, numbered from 0.
  ///
  /// Throws `unnumbered` for an area that no names of cells reach. Time as `shares(of:)`.
  public mutating func add(_ area: MultiPolygon, to group: Int) throws(GridError) {
    let box = area.envelope
    guard
      box.isEmpty
        || (grid.hasCell(Coordinate(box.minX, box.minY))
          && grid.hasCell(Coordinate(box.maxX, box.maxY)))
    else {
      throw .unnumbered(area: areaCount)
    }
    areaCount += 1
    while groupAreas.count <= group { groupAreas.append(0) }
    groupAreas[group] += area.area
    expected += grid.expectedCells(of: area)
    guard expected <= Double(cellLimit) else {
      parts = []
      return
    }
    for (cell, size) in grid.shares(of: area) {
      parts.append(Part(cell: cell, group: Int32(truncatingIfNeeded: group), area: size))
    }
  }

  /// The sums over all areas added; throws `tooManyCells` if there were more than the limit.
  ///
  /// O(n log n) for n parts.
  public consuming func census() throws(GridError) -> GridCensus {
    guard expected <= Double(cellLimit) else {
      let least = grid.size * (expected / Double(cellLimit)).squareRoot()
      throw .tooManyCells(
        expected: expected, limit: cellLimit, leastSize: least < 1e15 ? least.rounded(.up) : least)
    }
    parts.sort { ($0.cell, $0.group) < ($1.cell, $1.group) }
    var census = GridCensus()
    for part in parts {
      census.add(part.area, of: part.cell, to: Int(part.group))
    }
    return census
  }
}

extension EqualAreaGrid {
  /// No fewer cells than the area meets, by its size and the length of its borders; O(vertices).
  public func expectedCells(of area: MultiPolygon) -> Double {
    var length = 0.0
    var rings = 0.0
    for ring in area.polygons.lazy.flatMap(\.rings) {
      guard var a = ring.last else { continue }
      for b in ring {
        length += (b.x - a.x).magnitude + (b.y - a.y).magnitude
        a = b
      }
      rings += 1
    }
    return area.area / (size * size) + length / size + 4 * rings
  }
}
