/// Where on a frame there are border lines at all: blocks of cells, found by distance.
struct BorderBlocks: Sendable {
  /// Cells along the side of a block.
  static let side = 8

  /// The middles of blocks with lines.
  let centres: PointIndex
  /// The first column and row of each block.
  let corners: [(column: Int32, row: Int32)]
  /// No place in a block is farther from its middle.
  let reach: Double

  /// How many bytes they take: 26 a position of a `PointIndex`, and the corners.
  var byteCount: Int { centres.count * 34 }

  /// Looks through a table for the blocks with borders.
  init(frame: CellFrame, table: AlignedColumn<Int32>) {
    var corners: [(column: Int32, row: Int32)] = []
    var xs: [Double] = []
    var ys: [Double] = []
    let width = frame.envelope.width / Double(frame.columns)
    let height = frame.envelope.height / Double(frame.rows)
    let half = Double(Self.side) / 2
    for row in stride(from: 0, to: frame.rows, by: Self.side) {
      for column in stride(from: 0, to: frame.columns, by: Self.side)
      where Self.hasBorder(frame, table, column, row) {
        corners.append((Int32(truncatingIfNeeded: column), Int32(truncatingIfNeeded: row)))
        xs.append(frame.envelope.minX + (Double(column) + half) * width)
        ys.append(frame.envelope.minY + (Double(row) + half) * height)
      }
    }
    self.corners = corners
    centres = PointIndex(xs: xs, ys: ys)
    // A cell more, for what lies beyond the frame's last digits.
    reach = (half + 1) * (width * width + height * height).squareRoot()
  }

  private static func hasBorder(
    _ frame: CellFrame, _ table: AlignedColumn<Int32>, _ column: Int, _ row: Int
  ) -> Bool {
    for r in row..<min(row + side, frame.rows) {
      for k in column..<min(column + side, frame.columns)
      where table[frame.place(column: k, row: r)] <= PolygonIndex.borderBase { return true }
    }
    return false
  }
}
