/// The border lines that pass each cell of a frame, by counting and filling.
struct CellLines {
  private var lines: [Int32]
  /// Where each cell's lines end in `lines`.
  private var ends: [Int32]
  /// How many cells any line passes.
  let cellCount: Int

  /// How many lines all cells have together.
  var count: Int { lines.count }

  /// Collects the lines; two passes over them.
  ///
  /// Nil after the first pass if `fits` refuses the count of cells and of lines in all of them.
  init?(frame: CellFrame, edges: [BorderEdge], fits: (_ cells: Int, _ lines: Int) -> Bool) {
    let raster = EdgeRaster(frame: frame)
    let columns = frame.columns
    var ends = [Int32](repeating: 0, count: columns * frame.rows)
    for edge in edges {
      raster.forEachRun(of: edge) { row, run in
        for column in run { ends[row * columns + column] += 1 }
      }
    }
    guard fits(ends.count { $0 > 0 }, ends.reduce(0) { $0 + Int($1) }) else { return nil }
    var total: Int32 = 0
    var cells = 0
    for cell in ends.indices where ends[cell] > 0 || total > 0 {
      let count = ends[cell]
      cells += count > 0 ? 1 : 0
      ends[cell] = total
      total += count
    }
    var lines = [Int32](repeating: 0, count: Int(total))
    for (number, edge) in edges.enumerated() {
      raster.forEachRun(of: edge) { row, run in
        for column in run {
          let cell = row * columns + column
          lines[Int(ends[cell])] = Int32(truncatingIfNeeded: number)
          ends[cell] += 1
        }
      }
    }
    self.lines = lines
    self.ends = ends
    cellCount = cells
  }

  /// The lines of a cell, rising.
  subscript(_ cell: Int) -> ArraySlice<Int32> {
    let start = cell == 0 ? 0 : ends[cell - 1]
    return lines[Int(start)..<Int(ends[cell])]
  }
}
