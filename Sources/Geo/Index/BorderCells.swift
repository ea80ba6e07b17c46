/// The cells that border lines pass, each with its lines and the areas they belong to.
///
/// Who holds a position there: start from the holders of the cell's middle and walk to the position,
/// first along the row, then along the column; each line crossed leaves or enters its areas.
struct BorderCells: Sendable {
  /// A line in a cell, with the bits of its areas among the cell's.
  struct Entry: Sendable, BitwiseCopyable {
    var edge: Int32
    /// Places of the line's areas in the cell's list; 255 is none.
    var first: UInt8
    var second: UInt8
    /// Side of the cell's middle.
    var centreIsLeft: Bool
  }

  /// Where a cell's entries and areas begin; those of the next cell end them.
  struct Start: Sendable, BitwiseCopyable {
    var entry: Int32
    var area: Int32
    /// Those of the cell's areas that hold its middle, as bits.
    var centreMask: UInt64
  }

  /// All lines of the layer.
  let edges: AlignedColumn<BorderEdge>
  /// One for each cell and one at the end.
  let starts: AlignedColumn<Start>
  let entries: AlignedColumn<Entry>
  /// The cells' areas, rising within each.
  let areas: AlignedColumn<Int32>
  /// The holders of the middle of each cell with too many areas for a mask.
  let crowdedCentres: [Int: [Int32]]

  /// The division of each cell with very many lines, by its number.
  let divided: [Int: DividedCell]

  /// More areas in a cell than bits: their lists are compared one by one.
  static let maskedAreas = 64

  /// How many cells there are.
  var count: Int { starts.count - 1 }

  /// How many bytes they take.
  var byteCount: Int {
    edges.byteCount + starts.byteCount + entries.byteCount + areas.byteCount
      + crowdedCentres.values.reduce(0) { $0 + 4 * $1.count + Self.bytesOfCrowdedCell }
      + DividedCell.byteCount * divided.count
  }

  /// What an entry of `crowdedCentres` takes beside the numbers, nearly.
  static let bytesOfCrowdedCell = 64

  /// The part that holds a position of a cell that is divided, and its middle; else the cell itself.
  @inline(never)
  private func part(
    of cell: Int, centre: Coordinate, _ x: Double, _ y: Double
  ) -> (Int, Coordinate) {
    var (cell, centre) = (cell, centre)
    while let division = divided[cell] { (cell, centre) = division.part(x, y) }
    return (cell, centre)
  }

  /// The lines of a cell.
  @inline(__always)
  func entries(_ cell: Int) -> UnsafeBufferPointer<Entry> {
    let start = Int(starts.base[cell].entry)
    return UnsafeBufferPointer(
      start: entries.base + start, count: Int(starts.base[cell + 1].entry) - start)
  }

  @inline(__always)
  private func areas(_ cell: Int) -> UnsafeBufferPointer<Int32> {
    let start = Int(starts.base[cell].area)
    return UnsafeBufferPointer(
      start: areas.base + start, count: Int(starts.base[cell + 1].area) - start)
  }

  /// True if the walk from the cell's middle to the position crosses the entry's line.
  @inline(__always)
  private func isCrossed(
    _ entry: Entry, from centre: Coordinate, to x: Double, _ y: Double
  ) -> Bool {
    let edge = edges.base + Int(entry.edge)
    let alongRow = (edge.pointee.ay <= centre.y) != (edge.pointee.by <= centre.y)
    let alongColumn = (edge.pointee.ax <= x) != (edge.pointee.bx <= x)
    guard alongRow || alongColumn else { return false }
    let cornerIsLeft = edge.pointee.isLeft(x, centre.y)
    var isCrossed = alongRow && cornerIsLeft != entry.centreIsLeft
    if alongColumn, edge.pointee.isLeft(x, y) != cornerIsLeft { isCrossed.toggle() }
    return isCrossed
  }

  /// The areas that hold a position in a cell, as bits of the cell's areas.
  @inline(__always)
  private func mask(_ cell: Int, centre: Coordinate, _ x: Double, _ y: Double) -> UInt64 {
    var mask = starts.base[cell].centreMask
    for entry in entries(cell) where isCrossed(entry, from: centre, to: x, y) {
      mask ^= 1 << UInt64(entry.first)
      mask ^= 1 << UInt64(entry.second)
    }
    return mask
  }

  /// The lowest area that holds or, if none does, touches a position in a cell; -1 if none.
  func lowestHolder(_ cell: Int, centre: Coordinate, _ x: Double, _ y: Double) -> Int32 {
    // Few cells are divided, and those by their lines: no table is asked for the others.
    let lines = starts.base[cell + 1].entry - starts.base[cell].entry
    if lines <= DividedCell.leastLines { return lowestHeld(cell, centre: centre, x, y) }
    let (part, middle) = part(of: cell, centre: centre, x, y)
    return lowestHeld(part, centre: middle, x, y)
  }

  @inline(__always)
  private func lowestHeld(
    _ cell: Int, centre: Coordinate, _ x: Double, _ y: Double
  ) -> Int32 {
    let local = areas(cell)
    if local.count > Self.maskedAreas {
      if let first = held(cell, centre: centre, x, y).first { return first }
    } else {
      let mask = mask(cell, centre: centre, x, y)
      if mask != 0 { return local[mask.trailingZeroBitCount] }
    }
    return lowestTouched(cell, x, y)
  }

  /// The areas that hold a position in a cell, rising.
  func holders(_ cell: Int, centre: Coordinate, _ x: Double, _ y: Double) -> [Int32] {
    let (cell, centre) = part(of: cell, centre: centre, x, y)
    return held(cell, centre: centre, x, y)
  }

  private func held(_ cell: Int, centre: Coordinate, _ x: Double, _ y: Double) -> [Int32] {
    let local = areas(cell)
    guard local.count > Self.maskedAreas else {
      let mask = mask(cell, centre: centre, x, y)
      return local.indices.filter { mask >> UInt64($0) & 1 == 1 }.map { local[$0] }
    }
    var held = crowdedCentres[cell] ?? []
    for entry in entries(cell) where isCrossed(entry, from: centre, to: x, y) {
      held.toggle(edges[Int(entry.edge)].first)
      held.toggle(edges[Int(entry.edge)].second)
    }
    return held
  }

  /// The lowest area on whose border the position lies exactly; -1 if none.
  func lowestTouched(_ cell: Int, _ x: Double, _ y: Double) -> Int32 {
    let (cell, _) = part(of: cell, centre: Coordinate(x, y), x, y)
    var lowest = Int32.max
    for entry in entries(cell) where (edges.base + Int(entry.edge)).pointee.holds(x, y) {
      lowest = min(lowest, edges.base[Int(entry.edge)].lowestArea)
    }
    return lowest == .max ? -1 : lowest
  }
}
