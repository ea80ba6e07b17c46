/// Points sorted by square cells whose points all lie within a radius of each other.
///
/// A cell's side is the radius over the square root of two, less a millionth for rounding; points
/// within the radius of a cell's points lie at most two rows and columns away. Only cells with
/// points are kept, sorted by row and column, so memory depends on the points alone, however far
/// apart they are. Written once, then only read.
struct RadiusCells {
  /// The positions in the order of cells, and where each stood in the input.
  let xs: AlignedColumn<Double>
  let ys: AlignedColumn<Double>
  let ids: AlignedColumn<Int32>
  /// Where each cell's points begin; one more at the end.
  private let starts: AlignedColumn<Int32>
  /// The column of each cell.
  private let columns: AlignedColumn<Int32>
  /// Rows with cells: their number, and where their cells begin; one more at the end.
  private let rows: [(row: Int32, start: Int32)]
  private let origin: Coordinate
  private let side: Double
  private let radius: Double
  /// The row of each cell, as an index of `rows`.
  private let rowOfCell: [Int32]

  /// How a cell lies to the circle around a position.
  enum Relation { case inside, crossed, outside }

  /// Sorts positions; nil if they spread over more than 2^28 cells in a direction.
  init?(xs: [Double], ys: [Double], radius: Double) {
    var box = Envelope.empty
    for index in 0..<min(xs.count, ys.count) where xs[index].isFinite && ys[index].isFinite {
      box.include(Coordinate(xs[index], ys[index]))
    }
    let side = radius * 0.5.squareRoot() * (1 - 1e-6)
    guard box.isEmpty || max(box.width, box.height) / side < 0x1p28 else { return nil }
    var entries = Self.keyed(xs, ys, box, side)
    Self.sort(&entries)
    let sortedXs = AlignedColumn(repeating: 0.0, count: entries.count)
    let sortedYs = AlignedColumn(repeating: 0.0, count: entries.count)
    let ids = AlignedColumn(repeating: Int32(0), count: entries.count)
    var starts: [Int32] = []
    var columns: [Int32] = []
    var rows: [(row: Int32, start: Int32)] = []
    var rowOfCell: [Int32] = []
    var previous = UInt64.max
    for (place, entry) in entries.enumerated() {
      sortedXs.base[place] = xs[Int(entry.id)]
      sortedYs.base[place] = ys[Int(entry.id)]
      ids.base[place] = entry.id
      guard entry.key != previous else { continue }
      let row = Int32(truncatingIfNeeded: entry.key >> 28)
      if rows.last?.row != row { rows.append((row, Int32(columns.count))) }
      starts.append(Int32(place))
      columns.append(Int32(truncatingIfNeeded: entry.key & 0xFFF_FFFF))
      rowOfCell.append(Int32(rows.count - 1))
      previous = entry.key
    }
    starts.append(Int32(entries.count))
    rows.append((Int32.max, Int32(columns.count)))
    self.xs = sortedXs
    self.ys = sortedYs
    self.ids = ids
    self.starts = AlignedColumn(starts)
    self.columns = AlignedColumn(columns)
    self.rows = rows
    self.rowOfCell = rowOfCell
    self.radius = radius
    self.side = side
    origin = Coordinate(box.minX, box.minY)
  }

  /// How many points there are.
  var count: Int { xs.count }

  /// How many cells have points.
  var cellCount: Int { columns.count }

  /// The points of a cell.
  @inline(__always)
  func members(_ cell: Int) -> Range<Int> { Int(starts.base[cell])..<Int(starts.base[cell + 1]) }

  /// The points of cells that follow each other.
  @inline(__always)
  func points(_ cells: Range<Int>) -> Range<Int> {
    Int(starts.base[cells.lowerBound])..<Int(starts.base[cells.upperBound])
  }

  /// Calls back for each cell with the cells around it, itself included, as up to five ranges from
  /// south to north; O(cells).
  @inline(__always)
  func forEachNeighbourhood(
    _ body: (_ cell: Int, _ rows: UnsafeBufferPointer<Range<Int>>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: 10) { scratch in
      guard let ranges = scratch.baseAddress else { return }
      let around = ranges + 5
      for place in 0..<max(0, rows.count - 1) {
        let near = max(0, place - 2)..<min(rows.count - 1, place + 3)
        let joined = near.filter { abs(rows[$0].row - rows[place].row) <= 2 }
        let ends = joined.map { Int(rows[$0 + 1].start) }
        for (slot, row) in joined.enumerated() {
          (ranges + slot).initialize(to: Int(rows[row].start)..<Int(rows[row].start))
        }
        for cell in Int(rows[place].start)..<Int(rows[place + 1].start) {
          let column = columns.base[cell]
          var count = 0
          for slot in 0..<ends.count {
            // Columns only grow along a row, and so do the ranges around them.
            var (lower, upper) = (ranges[slot].lowerBound, ranges[slot].upperBound)
            while lower < ends[slot], columns.base[lower] < column - 2 { lower += 1 }
            upper = max(upper, lower)
            while upper < ends[slot], columns.base[upper] <= column + 2 { upper += 1 }
            ranges[slot] = lower..<upper
            (around + count).initialize(to: lower..<upper)
            count += lower < upper ? 1 : 0
          }
          body(cell, UnsafeBufferPointer(start: around, count: count))
        }
      }
    }
  }

  /// How many points lie within a radius of a position; stops when there are enough.
  @inline(__always)
  func count(
    _ points: Range<Int>, within radius: Double, _ x: Double, _ y: Double, enough: Int = .max
  ) -> Int {
    var found = 0
    for point in points {
      let dx = xs.base[point] - x
      let dy = ys.base[point] - y
      if dx * dx + dy * dy <= radius * radius {
        found += 1
        if found >= enough { break }
      }
    }
    return found
  }

  /// How a cell lies to the circle around a position, by its borders and with room for rounding.
  func relation(of cell: Int, _ x: Double, _ y: Double) -> Relation {
    let west = origin.x + Double(columns.base[cell]) * side - x
    let south = origin.y + Double(rows[Int(rowOfCell[cell])].row) * side - y
    let (east, north) = (west + side, south + side)
    let nearX = max(0, max(west, -east))
    let nearY = max(0, max(south, -north))
    let farX = max(abs(west), abs(east))
    let farY = max(abs(south), abs(north))
    let slack = radius * 1e-6
    let limit = (radius + slack) * (radius + slack)
    if nearX * nearX + nearY * nearY > limit { return .outside }
    let sure = (radius - slack) * (radius - slack)
    return farX * farX + farY * farY < sure ? .inside : .crossed
  }

  /// A point and its cell: the row above 28 bits of the column.
  private struct Entry {
    var key: UInt64
    var id: Int32
  }

  private static func keyed(
    _ xs: [Double], _ ys: [Double], _ box: Envelope, _ side: Double
  ) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(min(xs.count, ys.count))
    for index in 0..<min(xs.count, ys.count) where xs[index].isFinite && ys[index].isFinite {
      let column = UInt64((xs[index] - box.minX) / side)
      let row = UInt64((ys[index] - box.minY) / side)
      entries.append(Entry(key: row << 28 | column, id: Int32(truncatingIfNeeded: index)))
    }
    return entries
  }

  /// Sorts by cell, stably, in counting passes over the bits that differ.
  private static func sort(_ entries: inout [Entry]) {
    var used: UInt64 = 0
    for entry in entries { used |= entry.key }
    var other = entries
    var shift: UInt64 = 0
    while shift < 56 {
      // Columns and rows of a usual extent have far less than 28 bits each.
      defer { shift += 11 }
      guard (used >> shift) & 0x7FF != 0 else { continue }
      var starts = [Int](repeating: 0, count: 0x801)
      for entry in entries { starts[Int((entry.key >> shift) & 0x7FF) + 1] += 1 }
      for digit in 1...0x800 { starts[digit] += starts[digit - 1] }
      for entry in entries {
        let digit = Int((entry.key >> shift) & 0x7FF)
        other[starts[digit]] = entry
        starts[digit] += 1
      }
      swap(&entries, &other)
    }
  }
}
