import Glibc

/// A rectangle divided into columns and rows of cells, for an index.
struct CellFrame: Sendable {
  /// How far, in cells, a line may pass a cell and still be noted there; far more than the rounding
  /// of `column` and `row`, so that a position counted into the cell next to its own finds the same.
  static let slack = 1e-9

  /// A rectangle narrower than this is not divided: its cells could not be counted.
  static let leastSide = 1e-290

  let envelope: Envelope
  let columns: Int
  let rows: Int
  /// Cells per unit.
  let scaleX: Double
  let scaleY: Double
  /// The sides of a cell.
  private let stepX: Double
  private let stepY: Double
  /// Rows per entry of a table of all cells.
  private let rowsPerPlace: Double

  /// Divides a rectangle.
  init(_ envelope: Envelope, columns: Int, rows: Int) {
    self.envelope = envelope
    self.columns = columns
    self.rows = rows
    // A little less than the whole, so that the eastern and northern bounds lie in the last cells.
    let rest = 0.4 * Self.slack
    let least = Self.leastSide
    scaleX = envelope.width > least ? (Double(columns) - rest) / envelope.width : 0
    scaleY = envelope.height > least ? (Double(rows) - rest) / envelope.height : 0
    stepX = envelope.width / Double(columns)
    stepY = envelope.height / Double(rows)
    rowsPerPlace = 1 / Double(columns + 2)
  }

  /// The place of a position in columns, 0 at the western bound.
  @inline(__always)
  func u(_ x: Double) -> Double { (x - envelope.minX) * scaleX }

  /// The place of a position in rows, 0 at the southern bound.
  @inline(__always)
  func v(_ y: Double) -> Double { (y - envelope.minY) * scaleY }

  /// The column of a position, the outermost one if it is outside.
  @inline(__always)
  func column(_ x: Double) -> Int { min(max(Int(u(x)), 0), columns - 1) }

  /// The row of a position, the outermost one if it is outside.
  @inline(__always)
  func row(_ y: Double) -> Int { min(max(Int(v(y)), 0), rows - 1) }

  /// Entries of a row in a table of all cells: one more on either side for what is outside.
  var stride: Int { columns + 2 }

  /// Entries of a table of all cells, with a rim of cells around them for what is outside.
  var placeCount: Int { stride * (rows + 2) }

  /// Where a cell stands in a table.
  func place(column: Int, row: Int) -> Int { (row + 1) * stride + column + 1 }

  /// Where a position's cell stands in a table: in the rim if it is outside or not a number.
  ///
  /// Neither branches nor traps, and four at a time where the compiler sees a loop.
  @inline(__always)
  func place(_ x: Double, _ y: Double) -> Int32 {
    // Adding 1.5 * 2^52 leaves the nearest whole number in the last bits. That of u + 0.5 is the
    // column counted from the rim, or on a cell's side either one, which `slack` makes harmless; a
    // tenth of it keeps the western and southern bounds in the first cells.
    let magic = 0x1.8p52
    let shift = 0.5 + CellFrame.slack / 10
    let column = (max(0, min(u(x) + shift, Double(columns + 1))) + magic) - magic
    let row = (max(0, min(v(y) + shift, Double(rows + 1))) + magic) - magic
    let place = row * Double(columns + 2) + column
    return Int32(truncatingIfNeeded: (place + magic).bitPattern)
  }

  /// The middle of a cell by its place in a table.
  func centre(ofCellAt place: Int) -> Coordinate {
    // Half an entry more: far from a whole row, whatever rounding does.
    let row = Int((Double(place) + 0.5) * rowsPerPlace)
    return Coordinate(centreX(place - row * stride - 1), centreY(row - 1))
  }

  /// The rectangle of a cell.
  func rectangle(_ column: Int, _ row: Int) -> Envelope {
    let halfX = envelope.width / Double(columns) / 2
    let halfY = envelope.height / Double(rows) / 2
    let (x, y) = (centreX(column), centreY(row))
    return Envelope(minX: x - halfX, minY: y - halfY, maxX: x + halfX, maxY: y + halfY)
  }

  /// The middle of a column.
  @inline(__always)
  func centreX(_ column: Int) -> Double {
    envelope.minX + (Double(column) + 0.5) * stepX
  }

  /// The middle of a row.
  @inline(__always)
  func centreY(_ row: Int) -> Double {
    envelope.minY + (Double(row) + 0.5) * stepY
  }
}

extension CellFrame {
  /// More cells than this are slower to look up, by what the caches hold, than they save.
  private static let cellLimit = Double(1 << 22)

  /// A frame for border lines: about thirty cells a line, fewer where lines are long, where areas
  /// lie many deep, where coordinates have no more digits, or where few positions are expected.
  init(for borders: borrowing BorderEdges, expecting positions: Int? = nil) {
    let envelope = borders.envelope
    guard min(envelope.width, envelope.height) > Self.leastSide else {
      self.init(envelope.isEmpty ? Envelope([Coordinate(0, 0)]) : envelope, columns: 1, rows: 1)
      return
    }
    let count = Double(borders.edges.count)
    let depth = max(1, borders.totalArea / envelope.width / envelope.height)
    var spanX = 1.0
    var spanY = 1.0
    for edge in borders.edges {
      spanX += (edge.bx - edge.ax) / envelope.width
      spanY += (edge.by - edge.ay).magnitude / envelope.height
    }
    // Square cells, unless others pass clearly fewer lines: those narrow where lines stand and low
    // where they lie pass twice the root of cells times spans, the fewest.
    let square = (envelope.width / envelope.height).squareRoot()
    let fewest = 2 * (spanX * spanY).squareRoot()
    let isGood = spanX * square + spanY / square < 1.25 * fewest
    let shape = isGood ? square : (spanY / spanX).squareRoot()
    let limit = (4 * count + 4e6) / (isGood ? 1.25 * fewest : fewest)
    // Building costs in proportion to the cells, borders cost look-ups in proportion to the inverse
    // of their root: the sum is least at a power of 2/3; the factor is measured.
    let worth = positions.map { max(1e4, pow(150 * Double($0), 2.0 / 3)) } ?? .infinity
    let cells = min(count * 32, Self.cellLimit, 64e6 / depth, limit * limit, worth)
    // A cell keeps at least 64 steps of the coordinates' last digit.
    let digitX = max(envelope.minX.magnitude, envelope.maxX.magnitude).ulp
    let digitY = max(envelope.minY.magnitude, envelope.maxY.magnitude).ulp
    let columns = min(cells.squareRoot() * shape, envelope.width / (64 * digitX))
    let rows = min(cells.squareRoot() / shape, envelope.height / (64 * digitY))
    self.init(envelope, columns: max(1, Int(columns)), rows: max(1, Int(rows)))
  }

  /// A frame with some part of the columns and rows; nil if it would have the same.
  func coarser(by part: Double) -> CellFrame? {
    guard columns > 1 || rows > 1 else { return nil }
    return CellFrame(
      envelope, columns: max(1, min(columns, Int(Double(columns) * part))),
      rows: max(1, min(rows, Int(Double(rows) * part))))
  }
}
