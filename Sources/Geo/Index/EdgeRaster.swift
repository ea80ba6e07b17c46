/// Which cells a line passes, a little widened.
struct EdgeRaster {
  let frame: CellFrame
  /// How far, in cells, a line may pass a cell and still be noted there.
  var slack = CellFrame.slack

  /// Calls back with every run of cells: a row, and its first and last column.
  @inline(__always)
  func forEachRun(of edge: BorderEdge, _ body: (_ row: Int, _ columns: ClosedRange<Int>) -> Void) {
    let isRising = edge.ay <= edge.by
    let lowU = frame.u(isRising ? edge.ax : edge.bx)
    let lowV = frame.v(isRising ? edge.ay : edge.by)
    let highU = frame.u(isRising ? edge.bx : edge.ax)
    let highV = frame.v(isRising ? edge.by : edge.ay)
    let first = clampedRow(lowV - slack)
    let last = clampedRow(highV + slack)
    let west = min(lowU, highU)
    let east = max(lowU, highU)
    guard first < last else { return body(first, columns(west, east)) }
    let slope = highV > lowV ? (highU - lowU) / (highV - lowV) : 0
    for row in first...last {
      // The stretch of the line between the row's borders, widened.
      let from = max(lowV, Double(row) - slack)
      let to = min(highV, Double(row + 1) + slack)
      let one = lowU + (from - lowV) * slope
      let other = lowU + (to - lowV) * slope
      // A line flatter than the slack has no reliable slope: its whole width counts.
      if highV - lowV < 16 * slack {
        body(row, columns(west, east))
      } else {
        body(row, columns(max(west, min(one, other)), min(east, max(one, other))))
      }
    }
  }

  @inline(__always)
  private func clampedRow(_ v: Double) -> Int { min(max(Int(v), 0), frame.rows - 1) }

  @inline(__always)
  private func columns(_ west: Double, _ east: Double) -> ClosedRange<Int> {
    let first = min(max(Int(west - slack), 0), frame.columns - 1)
    let last = min(max(Int(east + slack), 0), frame.columns - 1)
    return min(first, last)...max(first, last)
  }
}
