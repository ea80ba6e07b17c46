/// The clusters of core points, found over cells: all core points of a cell are of one cluster.
struct CellClusters {
  private let cells: RadiusCells
  private let core: AlignedColumn<Bool>
  private let radius: Double
  /// The core points alone, in the order of cells, and where those of each cell begin.
  private let xs: AlignedColumn<Double>
  private let ys: AlignedColumn<Double>
  private let starts: AlignedColumn<Int32>

  init(_ cells: RadiusCells, core: AlignedColumn<Bool>, radius: Double) {
    self.cells = cells
    self.core = core
    self.radius = radius
    var count = 0
    for point in 0..<cells.count { count += core.base[point] ? 1 : 0 }
    (xs, ys) = (
      AlignedColumn(repeating: 0.0, count: count), AlignedColumn(repeating: 0.0, count: count)
    )
    starts = AlignedColumn(repeating: Int32(0), count: cells.cellCount + 1)
    var place = 0
    for cell in 0..<cells.cellCount {
      for point in cells.members(cell) where core.base[point] {
        xs.base[place] = cells.xs.base[point]
        ys.base[place] = cells.ys.base[point]
        place += 1
      }
      starts.base[cell + 1] = Int32(truncatingIfNeeded: place)
    }
  }

  /// The core points of a cell.
  @inline(__always)
  private func cores(_ cell: Int) -> Range<Int> {
    Int(starts.base[cell])..<Int(starts.base[cell + 1])
  }

  /// The cluster of each point in the order of cells, -1 for noise.
  func labels() -> AlignedColumn<Int32> {
    let labelOfCell = AlignedColumn(numbered(joined()))
    let labels = AlignedColumn(repeating: Int32(-1), count: cells.count)
    cells.forEachNeighbourhood { cell, rows in
      for point in cells.members(cell) {
        labels.base[point] =
          core.base[point] ? labelOfCell.base[cell] : border(point, cell, rows, labelOfCell)
      }
    }
    return labels
  }

  /// For each cell, the cell that stands for its cluster.
  private func joined() -> [Int32] {
    var sets = DisjointSets(count: cells.cellCount)
    var trees: [Int: PointIndex] = [:]
    let hasCore = (0..<cells.cellCount).map { !cores($0).isEmpty }
    cells.forEachNeighbourhood { cell, rows in
      guard hasCore[cell] else { return }
      for row in rows {
        // Pairs are looked at once, from the later cell.
        for other in row where other < cell && hasCore[other] {
          let (one, two) = (Int32(cell), Int32(other))
          guard sets.root(one) != sets.root(two), touch(cell, other, &trees) else { continue }
          sets.join(one, two)
        }
      }
    }
    return (0..<cells.cellCount).map { hasCore[$0] ? sets.root(Int32($0)) : -1 }
  }

  /// Whether core points of two cells lie within the radius of each other.
  private func touch(_ one: Int, _ other: Int, _ trees: inout [Int: PointIndex]) -> Bool {
    let (some, others) = (cores(one), cores(other))
    guard some.count * others.count > 4096 else {
      return some.contains { point in
        let (x, y) = (xs.base[point], ys.base[point])
        return cells.relation(of: other, x, y) != .outside && isNear(x, y, others)
      }
    }
    // Crowded: by trees, so that crowds just out of reach of each other do not cost a square.
    for cell in [one, other] where trees[cell] == nil { trees[cell] = tree(of: cell) }
    guard let some = trees[one], let others = trees[other] else { return false }
    return some.isWithin(radius, of: others)
  }

  private func tree(of cell: Int) -> PointIndex {
    let points = cores(cell)
    return PointIndex(xs: points.map { xs.base[$0] }, ys: points.map { ys.base[$0] })
  }

  /// Whether one of some core points lies within the radius of a position.
  @inline(__always)
  private func isNear(_ x: Double, _ y: Double, _ cores: Range<Int>) -> Bool {
    for core in cores {
      let dx = xs.base[core] - x
      let dy = ys.base[core] - y
      if dx * dx + dy * dy <= radius * radius { return true }
    }
    return false
  }

  /// The number of each cell's cluster: clusters are numbered by their first core point.
  private func numbered(_ roots: [Int32]) -> [Int32] {
    var first = [Int32](repeating: .max, count: cells.cellCount)
    for cell in 0..<cells.cellCount where roots[cell] >= 0 {
      let root = Int(roots[cell])
      for point in cells.members(cell) where core.base[point] {
        first[root] = min(first[root], cells.ids.base[point])
      }
    }
    let order = (0..<cells.cellCount).filter { first[$0] < .max }.sorted { first[$0] < first[$1] }
    var number = [Int32](repeating: -1, count: cells.cellCount)
    for (place, root) in order.enumerated() { number[root] = Int32(place) }
    return roots.map { $0 >= 0 ? number[Int($0)] : -1 }
  }

  /// The lowest cluster with a core point within the radius of a point; -1 if there is none.
  private func border(
    _ point: Int, _ own: Int, _ rows: UnsafeBufferPointer<Range<Int>>,
    _ labelOfCell: AlignedColumn<Int32>
  ) -> Int32 {
    let x = cells.xs.base[point]
    let y = cells.ys.base[point]
    // All of its own cell is in reach: often no other cell has a lower cluster.
    var best = labelOfCell.base[own] >= 0 ? labelOfCell.base[own] : Int32.max
    for row in rows {
      for cell in row where labelOfCell.base[cell] >= 0 && labelOfCell.base[cell] < best {
        switch cells.relation(of: cell, x, y) {
        case .outside: continue
        case .inside: best = labelOfCell.base[cell]
        case .crossed:
          if isNear(x, y, cores(cell)) { best = labelOfCell.base[cell] }
        }
      }
    }
    return best == .max ? -1 : best
  }
}
