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
  /// A cell's number of `sets`, or `borderBase` minus its place in `borders`.
  let table: [Int32]
  let borders: BorderCells
  let sets: HolderSets

  /// Table entries up to this one are cells with borders.
  static let borderBase: Int32 = -2

  /// Indexes areas; O(vertices + cells).
  ///
  /// Throws if a coordinate is not a number or too large.
  public init(_ areas: [MultiPolygon]) throws(IndexError) {
    let found = try BorderEdges(areas)
    let frame = CellFrame(for: found)
    var sets = HolderSets(count: areas.count)
    var table = [Int32](repeating: HolderSets.none, count: frame.columns * frame.rows)
    CentreLabels(frame: frame, edges: found.edges).sweep(into: &table, sets: &sets)
    self.borders = Self.borderCells(of: found.edges, frame: frame, table: &table, sets: sets)
    sets.seal()
    self.count = areas.count
    self.frame = frame
    self.table = table
    self.sets = sets
  }

  /// Collects the lines of every cell that has any, and marks the cell in the table.
  private static func borderCells(
    of edges: [BorderEdge], frame: CellFrame, table: inout [Int32], sets: HolderSets
  ) -> BorderCells {
    let raster = EdgeRaster(frame: frame)
    var starts = [Int32](repeating: 0, count: table.count + 1)
    for edge in edges {
      raster.forEachRun(of: edge) { row, columns in
        for column in columns { starts[row * frame.columns + column + 1] += 1 }
      }
    }
    for cell in 0..<table.count { starts[cell + 1] += starts[cell] }
    var lines = [Int32](repeating: 0, count: Int(starts[table.count]))
    var ends = starts
    for (number, edge) in edges.enumerated() {
      raster.forEachRun(of: edge) { row, columns in
        for column in columns {
          let cell = row * frame.columns + column
          lines[Int(ends[cell])] = Int32(truncatingIfNeeded: number)
          ends[cell] += 1
        }
      }
    }
    var borders = BorderCells(edges: edges)
    for cell in 0..<table.count where starts[cell] < starts[cell + 1] {
      let centre = Coordinate(
        frame.centreX(cell % frame.columns), frame.centreY(cell / frame.columns))
      borders.append(
        lines: lines[Int(starts[cell])..<Int(starts[cell + 1])], centre: centre,
        holders: sets[table[cell]])
      table[cell] = borderBase - Int32(truncatingIfNeeded: borders.count - 1)
    }
    return borders
  }
}
