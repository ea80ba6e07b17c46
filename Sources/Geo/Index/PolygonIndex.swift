/// Which of many areas holds a position: exact, for any input, in time that hardly depends on how
/// many areas there are.
///
/// - Borders: every position is thought moved by an infinitesimal to the north-east, so of the areas
///   of a coverage (without gaps and overlaps) exactly one holds it, on borders and shared vertices
///   too. A position that this moves out of all areas although it lies exactly on a border, such as
///   the eastern rim of the layer, is held by the lowest-numbered area it touches.
/// - Within an area, rings count by even and odd: holes and islands in holes need no order, rings
///   that are not closed are closed, and lines that an area runs along twice are none.
/// - Coordinates are planar, in any units, exact for magnitudes up to 1e150.
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
  /// The finished index takes no more than `budget` bytes, with fewer cells and slower look-ups
  /// where it must; the answers are the same for any. While building, about twice that and 60 bytes
  /// a vertex are in use. By default it takes what is fastest, which is below 256 MB or 256 bytes a
  /// border line. An index for few
  /// positions, if their number is known, is built faster. Throws if a coordinate is not a number or too large, `overBudget` if the coarsest
  /// index takes more.
  public init(
    _ areas: [MultiPolygon], budget: Int? = nil, expecting positions: Int? = nil
  ) throws(IndexError) {
    let found = try BorderEdges(areas)
    let budget = budget ?? max(1 << 28, 256 * found.edges.count)
    var builder = PolygonIndexBuilder(found, areaCount: areas.count, budget: budget)
    var frame = CellFrame(for: found, expecting: positions)
    while true {
      if let parts = builder.parts(frame) {
        self.init(parts, count: areas.count)
        return
      }
      guard let coarser = frame.coarser(by: builder.advisedPart) else {
        throw .overBudget(needed: builder.needed, budget: budget)
      }
      frame = coarser
    }
  }

  private init(_ parts: PolygonIndexBuilder.Parts, count: Int) {
    self.count = count
    frame = parts.frame
    table = parts.table
    records = parts.records
    borders = parts.borders
    blocks = parts.blocks
    sets = parts.sets
  }

  /// How many bytes the index takes.
  public var byteCount: Int {
    table.byteCount + records.byteCount + borders.byteCount + blocks.byteCount + sets.byteCount
  }
}
