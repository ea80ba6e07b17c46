/// Square cells of equal area in the plane of an equal-area system.
///
/// By default the 3-km cells over `CoordinateSystem.albersChina`. Cells are half-open: a border
/// belongs to the cell east and north of it.
public struct EqualAreaGrid: Sendable, Hashable {
  /// The side of a cell in metres.
  public let size: Double
  /// Sub-cells along a side: six, so 500 m in a 3-km cell.
  public static let subdivision = 6

  /// Makes the grid with cells of the given side in metres, which must be positive.
  public init(size: Double = 3000) {
    precondition(size > 0 && size.isFinite, "the side of a cell must be positive")
    self.size = size
  }

  /// The cell that holds a position.
  ///
  /// A position too far away for any name gets the outermost one.
  public func cell(at c: Coordinate) -> CellID {
    CellID(
      column: Int32(clamping: step(c.x, of: size)), row: Int32(clamping: step(c.y, of: size)))
  }

  /// The square of a cell.
  public func envelope(of cell: CellID) -> Envelope {
    Envelope(
      minX: Double(cell.column) * size, minY: Double(cell.row) * size,
      maxX: (Double(cell.column) + 1) * size, maxY: (Double(cell.row) + 1) * size)
  }

  /// The middle of a cell.
  public func centre(of cell: CellID) -> Coordinate {
    Coordinate((Double(cell.column) + 0.5) * size, (Double(cell.row) + 0.5) * size)
  }

  /// The square of a cell as a polygon, counter-clockwise from its south-west corner.
  public func polygon(of cell: CellID) -> Polygon {
    let square = envelope(of: cell)
    return Polygon(exterior: [
      Coordinate(square.minX, square.minY), Coordinate(square.maxX, square.minY),
      Coordinate(square.maxX, square.maxY), Coordinate(square.minX, square.maxY),
      Coordinate(square.minX, square.minY),
    ])
  }

  /// The sub-cell, a sixth of the side, that holds a position.
  public func subCell(at c: Coordinate) -> SubCellID {
    let cell = cell(at: c)
    let square = envelope(of: cell)
    let side = size / Double(Self.subdivision)
    let column = step(c.x - square.minX, of: side)
    let row = step(c.y - square.minY, of: side)
    let last = Self.subdivision - 1
    return SubCellID(
      cell: cell, column: Int(min(max(column, 0), Int64(last))),
      row: Int(min(max(row, 0), Int64(last))))
  }

  /// The grid of the sub-cells.
  public var subGrid: EqualAreaGrid { EqualAreaGrid(size: size / Double(Self.subdivision)) }

  /// The sub-cell that a cell of `subGrid` is.
  public func subCell(_ fine: CellID) -> SubCellID {
    let side = Int32(Self.subdivision)
    // Rounded down, also west and south of the origin.
    let column = (fine.column - (fine.column < 0 ? side - 1 : 0)) / side
    let row = (fine.row - (fine.row < 0 ? side - 1 : 0)) / side
    return SubCellID(
      cell: CellID(column: column, row: row), column: Int(fine.column - column * side),
      row: Int(fine.row - row * side))
  }

  /// The square of a sub-cell.
  public func envelope(of sub: SubCellID) -> Envelope {
    let square = envelope(of: sub.cell)
    let side = size / Double(Self.subdivision)
    return Envelope(
      minX: square.minX + Double(sub.column) * side, minY: square.minY + Double(sub.row) * side,
      maxX: square.minX + Double(sub.column + 1) * side,
      maxY: square.minY + Double(sub.row + 1) * side)
  }

  /// The last multiple of a length at or before a number.
  ///
  /// The quotient may round up to a border
  /// that the number has not reached; the products decide.
  private func step(_ number: Double, of length: Double) -> Int64 {
    let quotient = (number / length).rounded(.down)
    guard quotient.magnitude < 0x1p52 else { return quotient > 0 ? .max : .min }
    var step = Int64(quotient)
    if Double(step) * length > number { step -= 1 }
    if Double(step + 1) * length <= number { step += 1 }
    return step
  }
}
