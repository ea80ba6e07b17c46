/// How the columns and rows of a raster lie in its coordinate system.
public struct GeoTransform: Sendable, Hashable {
  /// The outer corner of the first cell of the first row.
  public var origin: Coordinate
  /// What one column adds to a position.
  public var column: Coordinate
  /// What one row adds to a position; north-up rasters have a negative `y`.
  public var row: Coordinate

  /// A north-up raster: the origin is its north-west corner.
  public init(northWest: Coordinate, cellWidth: Double, cellHeight: Double) {
    origin = northWest
    column = Coordinate(cellWidth, 0)
    row = Coordinate(0, -cellHeight)
  }

  /// The six numbers of GDAL.
  init(_ numbers: [Double]) {
    origin = Coordinate(numbers[0], numbers[3])
    column = Coordinate(numbers[1], numbers[4])
    row = Coordinate(numbers[2], numbers[5])
  }

  var numbers: [Double] { [origin.x, column.x, row.x, origin.y, column.y, row.y] }

  /// The centre of a cell.
  public func centre(column c: Int, row r: Int) -> Coordinate {
    let (c, r) = (Double(c) + 0.5, Double(r) + 0.5)
    return Coordinate(
      origin.x + c * column.x + r * row.x, origin.y + c * column.y + r * row.y)
  }

  /// A position in pixels: columns and rows from the outer corner of the first cell; not finite for
  /// a transform that no position leads back from.
  public func pixels(at position: Coordinate) -> Coordinate {
    let (dx, dy) = (position.x - origin.x, position.y - origin.y)
    let determinant = column.x * row.y - column.y * row.x
    return Coordinate(
      (dx * row.y - dy * row.x) / determinant, (dy * column.x - dx * column.y) / determinant)
  }

  /// The column and row of the cell that holds a position, which may lie outside the raster; nil
  /// for positions that are no numbers.
  public func cell(at position: Coordinate) -> (column: Int, row: Int)? {
    let pixel = pixels(at: position)
    guard abs(pixel.x) < 1e15, abs(pixel.y) < 1e15 else { return nil }
    return (Int(pixel.x.rounded(.down)), Int(pixel.y.rounded(.down)))
  }
}
