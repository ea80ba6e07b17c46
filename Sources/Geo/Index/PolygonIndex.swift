/// Which of many areas holds a position: exact, for any input, in time that hardly depends on how
/// many areas there are.
///
/// - Borders: every position is thought moved by an infinitesimal to the north-east, so of the areas
///   of a coverage (without gaps and overlaps) exactly one holds it, on borders and shared vertices
///   too. A position that this moves out of all areas although it lies exactly on a border, such as
///   the eastern rim of the layer, is held by the lowest-numbered area it touches.
/// - Within an area, rings count by even and odd: holes and islands in holes need no order, rings
///   that are not closed are closed, and lines that an area runs along twice are none.
/// - Coordinates are planar, in any units, exact for magnitudes from about 1e-140 to 1e150.
///
/// The plane is divided into cells. Most lie wholly in one area and answer at once; the others know
/// the few lines that pass them.
public struct PolygonIndex: Sendable {
  /// How many areas are indexed.
  public let count: Int
  let frame: CellFrame
  /// A cell's number of `sets`, or `borderBase` minus its place in `borders` and `records`; a
  /// rim of entries around them stands for everything outside.
  let table: AlignedColumn<Int32>
  let records: AlignedColumn<CellRecord>
  let borders: BorderCells
  let blocks: BorderBlocks
  let sets: HolderSets

  /// Table entries up to this one are cells with borders.
  static let borderBase: Int32 = -2

  /// Indexes areas; O(vertices + cells).
  ///
  /// Throws if a coordinate is not a number or too large. `cellLimit` bounds the memory: a cell
  /// takes 4 bytes, one with borders about 110 more, which one in ten is, a border line 50.
  public init(
    _ areas: [MultiPolygon], cellLimit: Int = 1 << 22
  ) throws(IndexError) {
    let found = try BorderEdges(areas)
    let frame = CellFrame(for: found, cellLimit: cellLimit)
    var sets = HolderSets(count: areas.count)
    let table = AlignedColumn(repeating: HolderSets.none, count: frame.placeCount)
    CentreLabels(frame: frame, edges: found.edges).sweep(into: table, sets: &sets)
    let lines = CellLines(frame: frame, edges: found.edges)
    let records = AlignedColumn(repeating: CellRecord(), count: lines.cellCount)
    borders = Self.borderCells(
      lines, of: found.edges, frame: frame, table: table, sets: sets, records: records)
    sets.seal()
    blocks = BorderBlocks(frame: frame, table: table)
    self.count = areas.count
    self.frame = frame
    self.table = table
    self.records = records
    self.sets = sets
  }

  /// How many bytes the index takes.
  public var byteCount: Int { table.byteCount + records.byteCount + borders.byteCount }

  /// Describes every cell with lines, and marks it in the table.
  private static func borderCells(
    _ lines: CellLines, of edges: [BorderEdge], frame: CellFrame, table: AlignedColumn<Int32>,
    sets: HolderSets, records: AlignedColumn<CellRecord>
  ) -> BorderCells {
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
        table[cell] = borderBase - Int32(truncatingIfNeeded: place)
      }
    }
    return borders.cells()
  }
}
