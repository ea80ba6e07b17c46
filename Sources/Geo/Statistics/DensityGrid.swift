/// Square cells of a raster: rows from north to south, columns from west to east.
public struct DensityGrid: Sendable, Hashable {
  /// The west border.
  public let minX: Double
  /// The north border.
  public let maxY: Double
  /// The side of a cell, in the unit of the coordinates.
  public let cell: Double
  /// The number of columns.
  public let columns: Int
  /// The number of rows.
  public let rows: Int

  /// A grid by its north-west corner.
  ///
  /// - Precondition: the cell is positive, and there is at least one.
  public init(minX: Double, maxY: Double, cell: Double, columns: Int, rows: Int) {
    precondition(cell > 0 && columns > 0 && rows > 0)
    self.minX = minX
    self.maxY = maxY
    self.cell = cell
    self.columns = columns
    self.rows = rows
  }

  /// The smallest grid around a box whose borders are multiples of the cell, so that grids of
  /// several data sets fit each other; nil if there is none or it has more than 2^40 cells.
  public init?(covering box: Envelope, cell: Double) {
    guard cell > 0, !box.isEmpty, box.width.isFinite, box.height.isFinite else { return nil }
    let west = (box.minX / cell).rounded(.down)
    let south = (box.minY / cell).rounded(.down)
    let columns = max(1, (box.maxX / cell).rounded(.up) - west)
    let rows = max(1, (box.maxY / cell).rounded(.up) - south)
    guard columns * rows <= 0x1p40 else { return nil }
    self.init(
      minX: west * cell, maxY: (south + rows) * cell, cell: cell, columns: Int(columns),
      rows: Int(rows))
  }

  /// The number of cells.
  public var count: Int { columns * rows }

  /// The grid's borders.
  public var envelope: Envelope {
    Envelope(
      minX: minX, minY: maxY - Double(rows) * cell, maxX: minX + Double(columns) * cell,
      maxY: maxY)
  }

  /// The easting of a column's centre.
  @inline(__always)
  public func x(ofColumn column: Int) -> Double { minX + (Double(column) + 0.5) * cell }

  /// The northing of a row's centre.
  @inline(__always)
  public func y(ofRow row: Int) -> Double { maxY - (Double(row) + 0.5) * cell }

  /// The cells' centres.
  public var centres: SampleLattice {
    SampleLattice(
      origin: Coordinate(x(ofColumn: 0), y(ofRow: 0)), spacing: cell, columns: columns, rows: rows)
  }

  /// The same cells and so many more on each side.
  func widened(by cells: Int) -> DensityGrid {
    DensityGrid(
      minX: minX - Double(cells) * cell, maxY: maxY + Double(cells) * cell, cell: cell,
      columns: columns + 2 * cells, rows: rows + 2 * cells)
  }
}
