/// Who holds the middle of every cell.
///
/// One sweep along each row's middle line, from crossing to crossing. Where a crossing lies in the
/// cell itself, the exact predicate decides its side.
struct CentreLabels {
  /// A line that crosses a row's middle, and the column where it does.
  private struct Crossing {
    var column: Int32
    var edge: Int32
  }

  private let frame: CellFrame
  private let edges: [BorderEdge]
  private let crossings: [Crossing]
  /// Where each row's crossings end.
  private let rowEnds: [Int]

  /// Finds all crossings.
  init(frame: CellFrame, edges: [BorderEdge]) {
    var ends = [Int](repeating: 0, count: frame.rows)
    for edge in edges {
      Self.forEachRow(of: frame, crossedBy: edge) { row, _ in ends[row] += 1 }
    }
    var total = 0
    for row in 0..<frame.rows {
      total += ends[row]
      ends[row] = total - ends[row]
    }
    var crossings = [Crossing](repeating: Crossing(column: 0, edge: 0), count: total)
    for (number, edge) in edges.enumerated() {
      let slope = (edge.bx - edge.ax) / (edge.by - edge.ay)
      Self.forEachRow(of: frame, crossedBy: edge) { row, y in
        let x = min(max(edge.ax + (y - edge.ay) * slope, edge.ax), edge.bx)
        crossings[ends[row]] = Crossing(
          column: Int32(truncatingIfNeeded: frame.column(x)),
          edge: Int32(truncatingIfNeeded: number))
        ends[row] += 1
      }
    }
    self.frame = frame
    self.edges = edges
    self.crossings = crossings
    rowEnds = ends
  }

  /// Writes every cell's number of `sets` to a table, row after row.
  ///
  /// Stops when the sets are full.
  func sweep(into table: AlignedColumn<Int32>, sets: inout HolderSets) {
    var start = 0
    var line: [Crossing] = []
    for row in 0..<frame.rows where !sets.isFull {
      line.removeAll(keepingCapacity: true)
      line.append(contentsOf: crossings[start..<rowEnds[row]])
      line.sort { ($0.column, $0.edge) < ($1.column, $1.edge) }
      start = rowEnds[row]
      sweep(line, row: row, into: table, sets: &sets)
    }
  }

  private func sweep(
    _ line: [Crossing], row: Int, into table: AlignedColumn<Int32>, sets: inout HolderSets
  ) {
    let base = frame.place(column: 0, row: row)
    var holders: [Int32] = []
    var atCentre: [Int32] = []
    var crossed: [Int32] = []
    var crossedWest: [Int32] = []
    var label = HolderSets.none
    var column = 0
    var index = 0
    while index < line.count {
      let next = Int(line[index].column)
      fill(table, base + column..<base + next, with: label)
      crossed.removeAll(keepingCapacity: true)
      crossedWest.removeAll(keepingCapacity: true)
      while index < line.count, Int(line[index].column) == next {
        let edge = edges[Int(line[index].edge)]
        crossed.appendAreas(of: edge)
        if isWest(edge, ofCentre: next, row) { crossedWest.appendAreas(of: edge) }
        index += 1
      }
      atCentre.removeAll(keepingCapacity: true)
      atCentre.append(contentsOf: holders)
      atCentre.toggle(all: &crossedWest)
      holders.toggle(all: &crossed)
      table[base + next] = sets.number(of: atCentre)
      label = sets.number(of: holders)
      column = next + 1
    }
    fill(table, base + column..<base + frame.columns, with: label)
  }

  private func fill(_ table: AlignedColumn<Int32>, _ cells: Range<Int>, with label: Int32) {
    guard label != HolderSets.none else { return }
    for cell in cells { table[cell] = label }
  }

  /// True if the line crosses the row's middle line west of the cell's centre.
  private func isWest(_ edge: BorderEdge, ofCentre column: Int, _ row: Int) -> Bool {
    let y = frame.centreY(row)
    let isRising = edge.ay <= y
    return edge.isLeft(frame.centreX(column), y) != isRising
  }

  /// Calls back with every row whose middle the line crosses, and its level.
  @inline(__always)
  private static func forEachRow(
    of frame: CellFrame, crossedBy edge: BorderEdge, _ body: (_ row: Int, _ y: Double) -> Void
  ) {
    let low = min(edge.ay, edge.by)
    let high = max(edge.ay, edge.by)
    guard low < high else { return }
    // A row's middle is rounded, so the comparison below decides, not the row of an end.
    let first = max(frame.row(low) - 1, 0)
    let last = min(frame.row(high) + 1, frame.rows - 1)
    for row in first...last {
      let y = frame.centreY(row)
      if low <= y, high > y { body(row, y) }
    }
  }
}
