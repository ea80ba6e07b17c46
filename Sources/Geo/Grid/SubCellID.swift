/// The name of a sub-cell: its cell, and its column and row there, 0...5 from the south-west.
public struct SubCellID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The cell it is part of.
  public var cell: CellID
  /// Sub-cells east of the cell's western border.
  public var column: Int
  /// Sub-cells north of the cell's southern border.
  public var row: Int

  /// Names a sub-cell.
  public init(cell: CellID, column: Int, row: Int) {
    self.cell = cell
    self.column = column
    self.row = row
  }

  /// `E0123N1250-35`: the cell, then column and row.
  public var description: String { "\(cell)-\(column)\(row)" }

  /// By cell, then row, then column.
  public static func < (left: SubCellID, right: SubCellID) -> Bool {
    if left.cell != right.cell { return left.cell < right.cell }
    return (left.row, left.column) < (right.row, right.column)
  }
}
