/// The cells that border lines pass, each with its lines and the areas they belong to.
///
/// Who holds a position there: start from the holders of the cell's middle and walk to the position,
/// first along the row, then along the column; each line crossed leaves or enters its areas.
struct BorderCells: Sendable {
  /// A line in a cell, with the bits of its areas among the cell's.
  struct Entry: Sendable {
    var edge: Int32
    /// Places of the line's areas in the cell's list; 255 is none.
    var first: UInt8
    var second: UInt8
    /// Side of the cell's middle.
    var centreIsLeft: Bool
  }

  /// All lines of the layer.
  let edges: [BorderEdge]
  /// Where each cell's entries begin, and its areas (rising).
  private(set) var entryStarts: [Int32] = [0]
  private(set) var areaStarts: [Int32] = [0]
  private(set) var entries: [Entry] = []
  private(set) var areas: [Int32] = []
  /// Those of the cell's areas that hold its middle, as bits.
  private(set) var centreMasks: [UInt64] = []
  /// The holders of the middle of each cell with too many areas for a mask.
  private(set) var crowdedCentres: [Int: [Int32]] = [:]

  /// More areas in a cell than bits: their lists are compared one by one.
  static let maskedAreas = 64

  /// How many cells there are.
  var count: Int { centreMasks.count }

  init(edges: [BorderEdge]) {
    self.edges = edges
  }

  /// Adds a cell from its lines, its middle and the holders of that.
  mutating func append(lines: some Collection<Int32>, centre: Coordinate, holders: [Int32]) {
    var local = holders
    for line in lines {
      let edge = edges[Int(line)]
      if edge.first >= 0 { local.append(edge.first) }
      if edge.second >= 0 { local.append(edge.second) }
    }
    local.sort()
    var distinct = 0
    for index in local.indices where index == 0 || local[index] != local[index - 1] {
      local[distinct] = local[index]
      distinct += 1
    }
    local.removeLast(local.count - distinct)
    let isMasked = local.count <= Self.maskedAreas
    func place(_ id: Int32) -> UInt8 {
      guard isMasked, id >= 0, let place = local.firstIndex(of: id) else { return 255 }
      return UInt8(place)
    }
    for line in lines {
      let edge = edges[Int(line)]
      entries.append(
        Entry(
          edge: line, first: place(edge.first), second: place(edge.second),
          centreIsLeft: edge.isLeft(centre.x, centre.y)))
    }
    areas += local
    entryStarts.append(Int32(truncatingIfNeeded: entries.count))
    areaStarts.append(Int32(truncatingIfNeeded: areas.count))
    if !isMasked { crowdedCentres[count] = holders }
    centreMasks.append(
      isMasked ? holders.reduce(0) { $0 | 1 << UInt64(place($1)) } : 0)
  }

  /// True if the walk from the cell's middle to the position crosses the entry's line.
  @inline(__always)
  func isCrossed(_ entry: Entry, from centre: Coordinate, to x: Double, _ y: Double) -> Bool {
    let edge = edges[Int(entry.edge)]
    let alongRow = (edge.ay <= centre.y) != (edge.by <= centre.y)
    let alongColumn = (edge.ax <= x) != (edge.bx <= x)
    guard alongRow || alongColumn else { return false }
    let cornerIsLeft = edge.isLeft(x, centre.y)
    var isCrossed = alongRow && cornerIsLeft != entry.centreIsLeft
    if alongColumn, edge.isLeft(x, y) != cornerIsLeft { isCrossed.toggle() }
    return isCrossed
  }

  /// The areas that hold a position in a cell, as bits of the cell's areas.
  @inline(__always)
  func mask(_ cell: Int, centre: Coordinate, _ x: Double, _ y: Double) -> UInt64 {
    var mask = centreMasks[cell]
    for index in Int(entryStarts[cell])..<Int(entryStarts[cell + 1]) {
      let entry = entries[index]
      if isCrossed(entry, from: centre, to: x, y) {
        mask ^= 1 << UInt64(entry.first)
        mask ^= 1 << UInt64(entry.second)
      }
    }
    return mask
  }

  /// True if the cell has more areas than a mask has bits.
  @inline(__always)
  func isCrowded(_ cell: Int) -> Bool {
    Int(areaStarts[cell + 1] - areaStarts[cell]) > Self.maskedAreas
  }

  /// The lowest area on whose border the position lies exactly; -1 if none.
  func lowestTouched(_ cell: Int, _ x: Double, _ y: Double) -> Int32 {
    var lowest = Int32.max
    for index in Int(entryStarts[cell])..<Int(entryStarts[cell + 1]) {
      let edge = edges[Int(entries[index].edge)]
      guard edge.holds(x, y) else { continue }
      if edge.first >= 0 { lowest = min(lowest, edge.first) }
      if edge.second >= 0 { lowest = min(lowest, edge.second) }
    }
    return lowest == .max ? -1 : lowest
  }
}
