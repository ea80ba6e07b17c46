/// A cell with very many lines, divided into parts that are cells themselves: what a layer needs
/// whose areas are much smaller in one place than its extent says.
struct DividedCell: Sendable {
  /// More lines than this are worth dividing.
  static let leastLines = 128
  /// What the division of a cell takes beside its parts, nearly, in bytes.
  static let byteCount = 192

  /// The cell, divided.
  let frame: CellFrame
  /// The number of its first part; the others follow row by row.
  let first: Int

  /// The number of the part that holds a position, and the part's middle.
  @inline(__always)
  func part(_ x: Double, _ y: Double) -> (Int, Coordinate) {
    let (column, row) = (frame.column(x), frame.row(y))
    return (first + row * frame.columns + column, centre(column, row))
  }

  /// The middle of a part.
  func centre(_ column: Int, _ row: Int) -> Coordinate {
    Coordinate(frame.centreX(column), frame.centreY(row))
  }
}

/// The lines of each part of a cell that is to be divided.
struct DividedLines {
  /// The cell, divided.
  let frame: CellFrame
  /// Lines by part, row by row, rising within each.
  private(set) var parts: [[Int32]]

  /// Divides a cell so that its parts have few lines each, and all together not many more than the
  /// cell; nil if that cannot be, as where most lines pass the whole cell.
  init?(_ lines: ArraySlice<Int32>, of edges: [BorderEdge], in cell: Envelope) {
    guard lines.count > DividedCell.leastLines,
      min(cell.width, cell.height) > CellFrame.leastSide * 1e6
    else { return nil }
    // A part keeps at least 64 steps of the coordinates' last digit.
    let digitX = max(cell.minX.magnitude, cell.maxX.magnitude).ulp
    let digitY = max(cell.minY.magnitude, cell.maxY.magnitude).ulp
    var side = (Double(lines.count)).squareRoot()
    // With less than 64 parts that share the lines there is little to gain.
    while side >= 8 {
      let columns = Int(min(side, cell.width / (64 * digitX)))
      let rows = Int(min(side, cell.height / (64 * digitY)))
      guard columns >= 1, rows >= 1, columns * rows > 3 else { return nil }
      let frame = CellFrame(cell, columns: columns, rows: rows)
      if let parts = Self.parts(lines, edges, frame) {
        self.frame = frame
        self.parts = parts
        return
      }
      side /= 2
    }
    return nil
  }

  private static func parts(
    _ lines: ArraySlice<Int32>, _ edges: [BorderEdge], _ frame: CellFrame
  ) -> [[Int32]]? {
    // A position may be counted into a cell that it misses by that cell's slack: more in parts.
    let slack = CellFrame.slack * Double(4 * max(frame.columns, frame.rows))
    let raster = EdgeRaster(frame: frame, slack: slack)
    var room = 6 * lines.count
    var parts = [[Int32]](repeating: [], count: frame.columns * frame.rows)
    for line in lines {
      raster.forEachRun(of: edges[Int(line)]) { row, run in
        room -= run.count
        guard room >= 0 else { return }
        for column in run { parts[row * frame.columns + column].append(line) }
      }
      guard room >= 0 else { return nil }
    }
    return parts
  }
}
