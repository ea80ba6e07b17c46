extension EqualAreaGrid {
  /// The cells whose interior meets the area, from south to north, in a row from west to east.
  ///
  /// See `shares(of:)` for what counts and what it costs.
  public func cells(covering area: MultiPolygon) -> [CellID] {
    shares(of: area).map(\.cell)
  }

  /// How much of the area lies in each cell, in squared units, in the order of the cells.
  ///
  /// Every border line is cut at the rows, then at the columns, and the strips between it and the
  /// next column are summed (the coverage accumulation of font rasterisers), so the shares are exact
  /// up to rounding, add up to the area, and the shares of neighbours add up to the cell. Parts must
  /// not overlap. Cells entered by less than 1e-13 of their size are left out; an area with a
  /// coordinate that is not a number, or so large that no name of a cell reaches it, has no shares. Time in proportion to the vertices and the cells
  /// along the border, memory to the cells returned.
  public func shares(of area: MultiPolygon) -> [(cell: CellID, area: Double)] {
    var cuts = BorderCuts(grid: self)
    for polygon in area.polygons {
      for (index, ring) in polygon.rings.enumerated() {
        guard ring.allSatisfy(hasCell) else { return [] }
        let isCounterClockwise = RingMoments(ring).area > 0
        cuts.add(ring, sign: isCounterClockwise == (index == 0) ? 1 : -1)
      }
    }
    return cuts.shares()
  }

  /// True if the position's cell, and all those towards the origin, have names.
  func hasCell(_ c: Coordinate) -> Bool {
    max(c.x.magnitude, c.y.magnitude) / size < 0x1p31 - 16
  }
}

/// The pieces of an area's border, cell by cell.
private struct BorderCuts {
  /// What the pieces of border in one cell say about it and the cells east of it in the row.
  private struct Piece {
    /// Row and column, in an order-preserving key.
    var key: UInt64
    /// Area between the piece and the eastern side of its cell.
    var area: Double
    /// Height of the piece, with its direction: covers every cell further east.
    var height: Double
    /// False if the piece runs along the western side of the cell and so is not in its interior.
    var isInside: Bool
  }

  private let grid: EqualAreaGrid
  private var pieces: [Piece] = []

  init(grid: EqualAreaGrid) {
    self.grid = grid
  }

  /// Adds a ring whose interior counts as +1 if `sign` times its direction is counter-clockwise.
  mutating func add(_ ring: Ring, sign: Double) {
    guard var a = ring.last else { return }
    for b in ring {
      // Upwards, whoever's border it is, so that both neighbours cut at the very same places.
      if a.y < b.y { addRising(from: a, to: b, sign: -sign) }
      if a.y > b.y { addRising(from: b, to: a, sign: sign) }
      if a.y == b.y { addLevel(from: a, to: b) }
      a = b
    }
  }

  private mutating func addRising(from a: Coordinate, to b: Coordinate, sign: Double) {
    let slope = (b.x - a.x) / (b.y - a.y)
    let first = grid.cell(at: a).row
    let last = grid.cell(at: b).row
    var low = a
    for row in first...last {
      let top = (Double(row) + 1) * grid.size
      var high = b
      if top < b.y {
        let x = a.x + (top - a.y) * slope
        high = Coordinate(min(max(x, min(a.x, b.x)), max(a.x, b.x)), top)
      }
      if high.y > low.y { addInRow(row, from: low, to: high, sign: sign) }
      low = high
    }
  }

  /// Notes that a line enters the cells along it, without a height of its own.
  private mutating func addLevel(from a: Coordinate, to b: Coordinate) {
    let row = grid.cell(at: a).row
    if a.x != b.x, a.y != Double(row) * grid.size { addInRow(row, from: a, to: b, sign: 0) }
  }

  private mutating func addInRow(
    _ row: Int32, from a: Coordinate, to b: Coordinate, sign: Double
  ) {
    let (west, east) = a.x <= b.x ? (a, b) : (b, a)
    let first = grid.cell(at: west).column
    let last = grid.cell(at: east).column
    guard first < last else { return append(row, first, a, b, sign) }
    let slope = (east.y - west.y) / (east.x - west.x)
    var start = west
    for column in first...last {
      let side = (Double(column) + 1) * grid.size
      var end = east
      if side < east.x {
        let y = west.y + (side - west.x) * slope
        end = Coordinate(side, min(max(y, a.y), b.y))
      }
      append(row, column, start, end, sign)
      start = end
    }
  }

  private mutating func append(
    _ row: Int32, _ column: Int32, _ a: Coordinate, _ b: Coordinate, _ sign: Double
  ) {
    let height = sign * (b.y - a.y).magnitude
    guard height != 0 || a.x != b.x else { return }
    let west = Double(column) * grid.size
    let key =
      UInt64(UInt32(bitPattern: row) ^ 1 << 31) << 32
      | UInt64(UInt32(bitPattern: column) ^ 1 << 31)
    let toEast = grid.size - ((a.x - west) + (b.x - west)) / 2
    pieces.append(
      Piece(
        key: key, area: height * toEast, height: height, isInside: a.x != west || b.x != west))
  }

  /// Sums the pieces along each row.
  consuming func shares() -> [(cell: CellID, area: Double)] {
    pieces.sort { $0.key < $1.key }
    let whole = grid.size * grid.size
    var result: [(cell: CellID, area: Double)] = []
    var cover = 0.0
    var index = 0
    while index < pieces.count {
      let key = pieces[index].key
      var area = cover * grid.size
      var isInside = false
      while index < pieces.count, pieces[index].key == key {
        area += pieces[index].area
        cover += pieces[index].height
        isInside = isInside || pieces[index].isInside
        index += 1
      }
      // Without a border inside, a cell is whole or empty: rounding removes the sum's last digits.
      if !isInside { area = (area / whole).rounded() * whole }
      let cell = Self.cell(key)
      if area > whole * 1e-13 { result.append((cell, area)) }
      let isLastOfRow = index == pieces.count || pieces[index].key >> 32 != key >> 32
      if isLastOfRow {
        cover = 0
      } else if (cover / grid.size).rounded() != 0 {
        let layers = (cover / grid.size).rounded()
        for column in cell.column + 1..<max(cell.column + 1, Self.cell(pieces[index].key).column) {
          result.append((CellID(column: column, row: cell.row), whole * layers))
        }
      }
    }
    return result
  }

  private static func cell(_ key: UInt64) -> CellID {
    CellID(
      column: Int32(bitPattern: UInt32(truncatingIfNeeded: key) ^ 1 << 31),
      row: Int32(bitPattern: UInt32(truncatingIfNeeded: key >> 32) ^ 1 << 31))
  }
}
