/// A rectangle of cells.
public struct RasterWindow: Sendable, Hashable {
  /// The first column.
  public var column: Int
  /// The first row.
  public var row: Int
  /// How many columns.
  public var width: Int
  /// How many rows.
  public var height: Int

  /// Makes a rectangle from its first cell and its size.
  public init(column: Int, row: Int, width: Int, height: Int) {
    self.column = column
    self.row = row
    self.width = width
    self.height = height
  }

  /// How many cells.
  public var count: Int { width * height }

  /// True if all of it lies in a raster of that size.
  func fits(width rasterWidth: Int, height rasterHeight: Int) -> Bool {
    column >= 0 && row >= 0 && width > 0 && height > 0
      && width <= rasterWidth - column && height <= rasterHeight - row
  }
}
