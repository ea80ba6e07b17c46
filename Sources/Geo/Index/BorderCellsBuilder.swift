/// Collects the cells with borders one after another.
struct BorderCellsBuilder {
  private let edges: [BorderEdge]
  private var starts = [BorderCells.Start(entry: 0, area: 0, centreMask: 0)]
  private var entries: [BorderCells.Entry] = []
  private var areas: [Int32] = []
  private var crowdedCentres: [Int: [Int32]] = [:]
  private var crowdedBytes = 0

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
    collectAreas(lines: lines, holders: holders)
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
      crowdedBytes += 4 * holders.count + BorderCells.bytesOfCrowdedCell
    }
    starts[count].centreMask = mask
    starts.append(
      BorderCells.Start(
        entry: Int32(truncatingIfNeeded: entries.count),
        area: Int32(truncatingIfNeeded: areas.count), centreMask: 0))
  }

  /// How many bytes the cells take by now, the lines apart.
  var byteCount: Int {
    starts.count * MemoryLayout<BorderCells.Start>.stride
      + entries.count * MemoryLayout<BorderCells.Entry>.stride + 4 * areas.count + crowdedBytes
  }

  /// The finished cells.
  consuming func cells() -> BorderCells {
    BorderCells(
      edges: AlignedColumn(edges), starts: AlignedColumn(starts), entries: AlignedColumn(entries),
      areas: AlignedColumn(areas), crowdedCentres: crowdedCentres)
  }

  /// Appends the areas of a cell, rising, each once.
  private mutating func collectAreas(lines: ArraySlice<Int32>, holders: [Int32]) {
    let base = areas.count
    if lines.count <= 8 {
      areas.append(contentsOf: holders)
      for line in lines {
        insertArea(edges[Int(line)].first, from: base)
        insertArea(edges[Int(line)].second, from: base)
      }
      return
    }
    var found = holders
    for line in lines { found.appendAreas(of: edges[Int(line)]) }
    found.sort()
    for id in found where areas.count == base || areas[areas.count - 1] != id { areas.append(id) }
  }

  /// Inserts an area into the rising list of the cell being added, once.
  private mutating func insertArea(_ id: Int32, from base: Int) {
    guard id >= 0 else { return }
    let place = firstPlace(notBelow: id, from: base)
    if place == areas.count || areas[place] != id { areas.insert(id, at: place) }
  }

  private func place(of id: Int32, from base: Int) -> UInt8 {
    guard id >= 0 else { return 255 }
    return UInt8(truncatingIfNeeded: firstPlace(notBelow: id, from: base) - base)
  }

  private func firstPlace(notBelow id: Int32, from base: Int) -> Int {
    var low = base
    var high = areas.count
    while low < high {
      let middle = (low + high) / 2
      if areas[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
