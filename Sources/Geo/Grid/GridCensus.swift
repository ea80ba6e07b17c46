/// What an overlay of areas and a grid comes to.
public struct GridCensus: Sendable, Hashable {
  /// A cell that at least one area meets.
  public struct Cell: Sendable, Hashable {
    /// Its name.
    public var id: CellID
    /// The sum of the areas' parts of it, in squared units: where areas overlap, more than they
    /// cover.
    public var area: Double
    /// How many areas meet it.
    public var areaCount: Int
  }

  /// What a group of areas takes of a cell.
  public struct Share: Sendable, Hashable {
    /// The cell.
    public var cell: CellID
    /// The group's number.
    public var group: Int
    /// The part, in squared units.
    public var area: Double
  }

  /// The cells, rows from south to north, within a row from west to east.
  public private(set) var cells: [Cell] = []
  /// The parts in the order of the cells, within a cell by group.
  public private(set) var shares: [Share] = []

  /// Adds a part; cells, and groups within a cell, must come in rising order.
  mutating func add(_ area: Double, of cell: CellID, to group: Int) {
    if let last = cells.last, last.id == cell {
      cells[cells.count - 1].area += area
      cells[cells.count - 1].areaCount += 1
      if shares[shares.count - 1].group == group {
        shares[shares.count - 1].area += area
        return
      }
    } else {
      cells.append(Cell(id: cell, area: area, areaCount: 1))
    }
    shares.append(Share(cell: cell, group: group, area: area))
  }
}
