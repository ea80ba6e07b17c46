/// Who holds the middle of every cell.
///
/// One sweep along each row's middle line, from crossing to crossing. Where a crossing lies in the cell itself, the exact predicate decides its side.
struct CentreLabels {
  private let frame: CellFrame
  private let edges: [BorderEdge]
  /// Crossings of every row's middle line: column and line.
  private let crossings: [UInt64]
  private let rowStarts: [Int]

  /// Finds all crossings.
  init(frame: CellFrame, edges: [BorderEdge]) {
    var counts = [Int](repeating: 0, count: frame.rows + 1)
    for edge in edges { frame.forEachRow(crossedBy: edge) { counts[$0 + 1] += 1 } }
    for row in 0..<frame.rows { counts[row + 1] += counts[row] }
    let rowStarts = counts
    var crossings = [UInt64](repeating: 0, count: counts[frame.rows])
    for (number, edge) in edges.enumerated() {
      let slope = (edge.bx - edge.ax) / (edge.by - edge.ay)
      frame.forEachRow(crossedBy: edge) { row in
        let x = edge.ax + (frame.centreY(row) - edge.ay) * slope
        let column = frame.column(min(max(x, edge.ax), edge.bx))
        crossings[counts[row]] = UInt64(column) << 32 | UInt64(number)
        counts[row] += 1
      }
    }
    self.frame = frame
    self.edges = edges
    self.crossings = crossings
    self.rowStarts = rowStarts
  }

  /// Calls back with every row, its cells' numbers of `sets`.
  func sweep(into table: inout [Int32], sets: inout HolderSets) {
    for row in 0..<frame.rows {
      let line = crossings[rowStarts[row]..<rowStarts[row + 1]].sorted()
      let base = row * frame.columns
      var holders: [Int32] = []
      var column = 0
      var index = 0
      while index < line.count {
        let next = Int(line[index] >> 32)
        let label = sets.number(of: holders)
        while column < next {
          table[base + column] = label
          column += 1
        }
        var atCentre = holders
        while index < line.count, Int(line[index] >> 32) == next {
          let edge = edges[Int(line[index] & 0xFFFF_FFFF)]
          holders.toggle(edge.first)
          holders.toggle(edge.second)
          if isWest(edge, ofCentre: next, row) {
            atCentre.toggle(edge.first)
            atCentre.toggle(edge.second)
          }
          index += 1
        }
        table[base + next] = sets.number(of: atCentre)
        column = next + 1
      }
      let label = sets.number(of: holders)
      while column < frame.columns {
        table[base + column] = label
        column += 1
      }
    }
  }

  /// True if the line crosses the row's middle line west of the cell's centre.
  private func isWest(_ edge: BorderEdge, ofCentre column: Int, _ row: Int) -> Bool {
    let y = frame.centreY(row)
    let isRising = edge.ay <= y
    return edge.isLeft(frame.centreX(column), y) != isRising
  }
}

extension CellFrame {
  /// Calls back with every row whose middle line an edge crosses.
  @inline(__always)
  fileprivate func forEachRow(crossedBy edge: BorderEdge, _ body: (Int) -> Void) {
    let low = min(edge.ay, edge.by)
    let high = max(edge.ay, edge.by)
    guard low < high else { return }
    let first = max(row(low) - 1, 0)
    let last = min(row(high) + 1, rows - 1)
    for row in first...last {
      let y = centreY(row)
      if low <= y, high > y { body(row) }
    }
  }
}
