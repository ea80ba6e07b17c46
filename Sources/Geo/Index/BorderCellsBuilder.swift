/// Collects the cells with borders one after another.
struct BorderCellsBuilder {
  private let edges: [BorderEdge]
  private var starts = [BorderCells.Start(entry: 0, area: 0, centreMask: 0)]
  private var entries: [BorderCells.Entry] = []
  private var areas: [Int32] = []
  private var crowdedCentres: [Int: [Int32]] = [:]

  /// How many cells there are by now.
  var count: Int { starts.count - 1 }

  /// Room for cells with some entries in all.
  init(edges: [BorderEdge], cells: Int, entries: Int) {
    self.edges = edges
    starts.reserveCapacity(cells + 1)
    self.entries.reserveCapacity(entries)
    areas.reserveCapacity(2 * cells)
  }

  /// Adds a cell from its lines, its middle and the holders of that.
  mutating func append(lines: ArraySlice<Int32>, centre: Coordinate, holders: [Int32]) {
    let base = areas.count
    for id in holders { insertArea(id, from: base) }
    for line in lines {
      insertArea(edges[Int(line)].first, from: base)
      insertArea(edges[Int(line)].second, from: base)
    }
    let isMasked = areas.count - base <= BorderCells.maskedAreas
    for line in lines {
      let edge = edges[Int(line)]
      entries.append(
        BorderCells.Entry(
          edge: line, first: isMasked ? place(of: edge.first, from: base) : 255,
          second: isMasked ? place(of: edge.second, from: base) : 255,
          centreIsLeft: edge.isLeft(centre.x, centre.y)))
    }
    var mask: UInt64 = 0
    if isMasked {
      for id in holders { mask |= 1 << UInt64(place(of: id, from: base)) }
    } else {
      crowdedCentres[count] = holders
    }
    starts[count].centreMask = mask
    starts.append(
      BorderCells.Start(
        entry: Int32(truncatingIfNeeded: entries.count),
        area: Int32(truncatingIfNeeded: areas.count), centreMask: 0))
  }

  /// The finished cells.
  consuming func cells() -> BorderCells {
    BorderCells(
      edges: AlignedColumn(edges), starts: AlignedColumn(starts), entries: AlignedColumn(entries),
      areas: AlignedColumn(areas), crowdedCentres: crowdedCentres)
  }

  /// Inserts an area into the rising list of the cell being added, once.
  private mutating func insertArea(_ id: Int32, from base: Int) {
    guard id >= 0 else { return }
    var place = areas.count
    while place > base, areas[place - 1] > id { place -= 1 }
    if place == base || areas[place - 1] != id { areas.insert(id, at: place) }
  }

  private func place(of id: Int32, from base: Int) -> UInt8 {
    guard id >= 0 else { return 255 }
    var place = base
    while areas[place] != id { place += 1 }
    return UInt8(truncatingIfNeeded: place - base)
  }
}
