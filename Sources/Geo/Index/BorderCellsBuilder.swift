/// Collects the cells with borders one after another.
struct BorderCellsBuilder {
  private let edges: [BorderEdge]
  private var starts = [BorderCells.Start(entry: 0, area: 0, centreMask: 0)]
  private var entries: [BorderCells.Entry] = []
  private var areas: [Int32] = []
  private var crowdedCentres: [Int: [Int32]] = [:]
  private var crowdedBytes = 0
  private var divided: [Int: DividedCell] = [:]

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

  /// The areas that hold the middle of a cell, rising.
  func centreHolders(_ cell: Int) -> [Int32] {
    if let crowded = crowdedCentres[cell] { return crowded }
    let (start, end) = (Int(starts[cell].area), Int(starts[cell + 1].area))
    guard end - start <= BorderCells.maskedAreas else { return [] }
    return (start..<end).filter { starts[cell].centreMask >> UInt64($0 - start) & 1 == 1 }
      .map { areas[$0] }
  }

  /// How many bytes the cells take by now, the lines apart.
  var byteCount: Int {
    starts.count * MemoryLayout<BorderCells.Start>.stride
      + entries.count * MemoryLayout<BorderCells.Entry>.stride + 4 * areas.count + crowdedBytes
      + DividedCell.byteCount * divided.count
  }

  /// The finished cells.
  consuming func cells() -> BorderCells {
    BorderCells(
      edges: AlignedColumn(edges), starts: AlignedColumn(starts), entries: AlignedColumn(entries),
      areas: AlignedColumn(areas), crowdedCentres: crowdedCentres,
      divided: divided)
  }

  /// Appends the parts of a cell that has very many lines; `centre` is its middle, with its holders.
  mutating func divide(
    _ cell: Int, lines: ArraySlice<Int32>, into divided: DividedLines, centre: Coordinate,
    holders: [Int32]
  ) {
    let division = DividedCell(frame: divided.frame, first: count)
    var rowStart = (centre: centre, holders: holders, lines: lines)
    for row in 0..<divided.frame.rows {
      var here = rowStart
      for column in 0..<divided.frame.columns {
        let own = divided.parts[row * divided.frame.columns + column][...]
        let next = division.centre(column, row)
        // What the way from one middle to the next crosses, passes one of the two parts.
        walk(&here.holders, from: here.centre, to: next, over: here.lines, own)
        here = (next, here.holders, own)
        append(lines: own, centre: next, holders: here.holders)
        if column == 0 { rowStart = here }
      }
    }
    self.divided[cell] = division
  }

  /// Brings holders of a position to another one, over two rising lists of lines.
  private func walk(
    _ holders: inout [Int32], from: Coordinate, to: Coordinate, over first: ArraySlice<Int32>,
    _ second: ArraySlice<Int32>
  ) {
    var crossed: [Int32] = []
    var (one, two) = (first, second)
    while !one.isEmpty || !two.isEmpty {
      let line = min(one.first ?? .max, two.first ?? .max)
      if one.first == line { one.removeFirst() }
      if two.first == line { two.removeFirst() }
      let edge = edges[Int(line)]
      var isCrossed =
        (edge.ay <= from.y) != (edge.by <= from.y)
        && edge.isLeft(from.x, from.y) != edge.isLeft(to.x, from.y)
      if (edge.ax <= to.x) != (edge.bx <= to.x),
        edge.isLeft(to.x, from.y) != edge.isLeft(to.x, to.y)
      {
        isCrossed.toggle()
      }
      if isCrossed { crossed.appendAreas(of: edge) }
    }
    holders.toggle(all: &crossed)
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
