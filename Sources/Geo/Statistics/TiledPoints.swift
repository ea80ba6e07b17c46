/// The points that reach a grid, in the order of tiles of its cells, so that neighbours in the
/// order touch the same memory.
///
/// A stable counting sort, O(n + tiles). Written once, then only read.
struct TiledPoints: @unchecked Sendable {
  let xs: AlignedColumn<Double>
  let ys: AlignedColumn<Double>
  let weights: AlignedColumn<Double>?
  private let tile: Int
  private let tileColumns: Int
  private let tileRows: Int
  /// Where the points of each tile begin.
  private let starts: [Int32]
  private let reachRows: Double

  init(_ points: WeightedPoints, on grid: DensityGrid, reach: Double) {
    // Tiles grow with the grid, so that there are never many more of them than points.
    var tile = 16
    while grid.count / (tile * tile) > max(1024, 4 * points.count) { tile *= 2 }
    let tileColumns = (grid.columns + tile - 1) / tile
    let tileRows = (grid.rows + tile - 1) / tile
    self.tile = tile
    self.tileColumns = tileColumns
    self.tileRows = tileRows
    reachRows = reach / grid.cell + 1
    let none = Int32(tileColumns * tileRows)
    let box = grid.envelope
    let perTile = 1 / (grid.cell * Double(tile))
    var starts = [Int32](repeating: 0, count: Int(none) + 2)
    let tiles = [Int32](unsafeUninitializedCapacity: points.count) { output, initialised in
      for index in 0..<points.count {
        let (x, y) = (points.xs[index], points.ys[index])
        var key = none
        if x >= box.minX - reach, x <= box.maxX + reach, y >= box.minY - reach,
          y <= box.maxY + reach, points.weight(index) > 0
        {
          let column = max(0, min(tileColumns - 1, Int((x - grid.minX) * perTile)))
          let row = max(0, min(tileRows - 1, Int((grid.maxY - y) * perTile)))
          key = Int32(truncatingIfNeeded: row * tileColumns + column)
        }
        output[index] = key
        starts[Int(key) + 1] += 1
      }
      initialised = points.count
    }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    self.starts = starts
    let count = Int(starts[Int(none)])
    let (xs, ys) = (
      AlignedColumn(repeating: 0.0, count: count), AlignedColumn(repeating: 0.0, count: count)
    )
    let weights = points.weights.map { _ in AlignedColumn(repeating: 0.0, count: count) }
    for index in 0..<points.count where tiles[index] != none {
      let place = Int(starts[Int(tiles[index])])
      starts[Int(tiles[index])] += 1
      xs.base[place] = points.xs[index]
      ys.base[place] = points.ys[index]
      weights?.base[place] = points.weight(index)
    }
    self.xs = xs
    self.ys = ys
    self.weights = weights
  }

  /// The points that may reach some rows.
  func range(reaching rows: Range<Int>) -> Range<Int> {
    let first = (Double(rows.lowerBound) - reachRows) / Double(tile)
    let last = (Double(rows.upperBound) + reachRows) / Double(tile)
    let top = Int(max(0, min(Double(tileRows), first.rounded(.down))))
    let bottom = Int(max(0, min(Double(tileRows), last.rounded(.down) + 1)))
    guard top < bottom else { return 0..<0 }
    return Int(starts[top * tileColumns])..<Int(starts[bottom * tileColumns])
  }
}
