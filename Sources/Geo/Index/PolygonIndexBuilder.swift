/// Builds the parts of an index over a frame, as long as they stay within a budget of bytes.
struct PolygonIndexBuilder {
  /// What an index is made of.
  struct Parts {
    var frame: CellFrame
    var table: AlignedColumn<Int32>
    var records: AlignedColumn<CellRecord>
    var borders: BorderCells
    var blocks: BorderBlocks
    var sets: HolderSets
  }

  /// What the last frame that did not fit would have taken at least, in bytes.
  private(set) var needed = 0

  private let edges: [BorderEdge]
  private let areaCount: Int
  private let budget: Int

  /// A builder for lines of some areas.
  init(_ borders: consuming BorderEdges, areaCount: Int, budget: Int) {
    edges = borders.edges
    self.areaCount = areaCount
    self.budget = budget
  }

  /// How many times fewer columns and rows to try next.
  var advisedPart: Double {
    let excess = max(1.5, Double(needed) / Double(max(1, budget)))
    return max(0.1, 0.9 / excess.squareRoot())
  }

  /// The parts of an index; nil if they do not fit.
  mutating func parts(_ frame: CellFrame) -> Parts? {
    let fixed = fixedBytes(frame)
    // Every line is in one cell at least.
    needed = fixed + bytes(cells: 1, lines: edges.count) + 4 * areaCount
    guard fixed <= budget else { return nil }
    var expected = fixed
    let lines = CellLines(frame: frame, edges: edges) { cells, lines in
      expected += bytes(cells: cells, lines: lines)
      return expected <= budget
    }
    needed = expected
    guard let lines else { return nil }
    let table = AlignedColumn(repeating: HolderSets.none, count: frame.placeCount)
    var sets = HolderSets(count: areaCount, byteLimit: budget - expected)
    CentreLabels(frame: frame, edges: edges).sweep(into: table, sets: &sets)
    guard !sets.isFull else {
      needed = expected + sets.byteCount + 4 * areaCount
      return nil
    }
    let records = AlignedColumn(repeating: CellRecord(), count: lines.cellCount)
    needed = fixed + sets.byteCount + records.byteCount
    guard let borders = borders(lines, frame, table, sets, records) else { return nil }
    sets.seal()
    let blocks = BorderBlocks(frame: frame, table: table)
    return Parts(
      frame: frame, table: table, records: records, borders: borders, blocks: blocks, sets: sets)
  }

  /// Lines, the table, and all blocks of cells.
  private func fixedBytes(_ frame: CellFrame) -> Int {
    let blocks = (frame.columns / BorderBlocks.side + 1) * (frame.rows / BorderBlocks.side + 1)
    return edges.count * MemoryLayout<BorderEdge>.stride + 4 * frame.placeCount
      + 34 * blocks + 64
  }

  /// What some cells with lines take at least.
  private func bytes(cells: Int, lines: Int) -> Int {
    cells * (MemoryLayout<CellRecord>.stride + MemoryLayout<BorderCells.Start>.stride + 4)
      + lines * MemoryLayout<BorderCells.Entry>.stride
  }

  /// Describes every cell with lines and marks it in the table; nil once that is too much.
  private mutating func borders(
    _ lines: CellLines, _ frame: CellFrame, _ table: AlignedColumn<Int32>, _ sets: HolderSets,
    _ records: AlignedColumn<CellRecord>
  ) -> BorderCells? {
    let maker = CellRecordMaker(frame: frame, edges: edges)
    var borders = BorderCellsBuilder(edges: edges, cells: lines.cellCount, entries: lines.count)
    var holders: [Int32] = []
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        let passing = lines[row * frame.columns + column]
        guard !passing.isEmpty else { continue }
        let cell = frame.place(column: column, row: row)
        sets.copy(table[cell], to: &holders)
        let place = borders.count
        records[place] = maker.record(lines: passing, column: column, row: row, holders: holders)
        borders.append(
          lines: passing, centre: Coordinate(frame.centreX(column), frame.centreY(row)),
          holders: holders)
        table[cell] = PolygonIndex.borderBase - Int32(truncatingIfNeeded: place)
      }
      guard needed + borders.byteCount <= budget else {
        needed += borders.byteCount
        return nil
      }
    }
    divide(&borders, lines, frame, table)
    return borders.cells()
  }

  /// Divides cells with very many lines, as far as the budget goes.
  private func divide(
    _ borders: inout BorderCellsBuilder, _ lines: CellLines, _ frame: CellFrame,
    _ table: AlignedColumn<Int32>
  ) {
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        let passing = lines[row * frame.columns + column]
        guard passing.count > DividedCell.leastLines else { continue }
        let cell = Int(PolygonIndex.borderBase - table[frame.place(column: column, row: row)])
        divide(
          cell, passing, frame.rectangle(column, row),
          centre: Coordinate(frame.centreX(column), frame.centreY(row)), &borders, depth: 0)
      }
    }
  }

  /// Divides a cell, and those of its parts that still have very many lines.
  private func divide(
    _ cell: Int, _ lines: ArraySlice<Int32>, _ rectangle: Envelope, centre: Coordinate,
    _ borders: inout BorderCellsBuilder, depth: Int
  ) {
    let holders = borders.centreHolders(cell)
    // Six times the lines with two areas each, and as many parts, each with its holders.
    let most = lines.count * (192 + 8 * holders.count)
    guard needed + borders.byteCount + most <= budget,
      let divided = DividedLines(lines, of: edges, in: rectangle)
    else { return }
    let first = borders.count
    borders.divide(cell, lines: lines, into: divided, centre: centre, holders: holders)
    guard depth < 3 else { return }
    let frame = divided.frame
    for (number, own) in divided.parts.enumerated() where own.count > DividedCell.leastLines {
      let (column, row) = (number % frame.columns, number / frame.columns)
      divide(
        first + number, own[...], frame.rectangle(column, row),
        centre: Coordinate(frame.centreX(column), frame.centreY(row)), &borders, depth: depth + 1)
    }
  }
}
