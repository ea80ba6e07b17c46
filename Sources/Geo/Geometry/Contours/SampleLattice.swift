/// Positions at the corners of squares: rows from north to south, columns from west to east.
public struct SampleLattice: Sendable, Hashable {
  /// The position of the first column in the first row: the north-west corner.
  public let origin: Coordinate
  /// The distance between neighbours, in the unit of the coordinates.
  public let spacing: Double
  /// The number of columns.
  public let columns: Int
  /// The number of rows.
  public let rows: Int

  /// A lattice by its north-west corner.
  ///
  /// - Precondition: the spacing is positive, and there is at least one position.
  public init(origin: Coordinate, spacing: Double, columns: Int, rows: Int) {
    precondition(spacing > 0 && columns > 0 && rows > 0)
    self.origin = origin
    self.spacing = spacing
    self.columns = columns
    self.rows = rows
  }

  /// The number of positions.
  public var count: Int { columns * rows }

  /// A position, also one between columns and rows: `place` holds the column and minus the row.
  func position(_ place: SIMD2<Double>) -> Coordinate {
    Coordinate(origin.x + place.x * spacing, origin.y + place.y * spacing)
  }
}
