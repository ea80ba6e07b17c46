/// The clusters of core points, found over cells: all core points of a cell are of one cluster.
struct CellClusters {
  private let cells: RadiusCells
  private let core: AlignedColumn<Bool>
  private let radius: Double

  init(_ cells: RadiusCells, core: AlignedColumn<Bool>, radius: Double) {
    self.cells = cells
    self.core = core
    self.radius = radius
  }

  /// The cluster of each point in the order of cells, -1 for noise.
  func labels() -> AlignedColumn<Int32> {
    let labelOfCell = numbered(joined())
    let labels = AlignedColumn(repeating: Int32(-1), count: cells.count)
    cells.forEachNeighbourhood { cell, rows in
      for point in cells.members(cell) {
        labels.base[point] =
          core.base[point] ? labelOfCell[cell] : border(point, rows, labelOfCell)
      }
    }
    return labels
  }

  /// For each cell, the cell that stands for its cluster.
  private func joined() -> [Int32] {
    var sets = DisjointSets(count: cells.cellCount)
    let hasCore = (0..<cells.cellCount).map { cell in
      cells.members(cell).contains { core.base[$0] }
    }
    cells.forEachNeighbourhood { cell, rows in
      guard hasCore[cell] else { return }
      for row in rows {
        // Pairs are looked at once, from the later cell.
        for other in row where other < cell && hasCore[other] {
          guard sets.root(cell) != sets.root(other), touch(cell, other) else { continue }
          sets.join(cell, other)
        }
      }
    }
    return (0..<cells.cellCount).map { hasCore[$0] ? Int32(sets.root($0)) : -1 }
  }

  /// Whether core points of two cells lie within the radius of each other.
  private func touch(_ one: Int, _ other: Int) -> Bool {
    var few = reaching(one, other)
    var many = reaching(other, one)
    if few.count > many.count { swap(&few, &many) }
    guard few.count * many.count > 4096 else { return few.contains { isNear($0, many) } }
    let index = PointIndex(
      xs: many.map { cells.xs.base[$0] }, ys: many.map { cells.ys.base[$0] })
    return few.contains { point in
      let place = Coordinate(cells.xs.base[point], cells.ys.base[point])
      return index.nearest(place, k: 1).contains { isNear(point, [many[$0.index]]) }
    }
  }

  /// The core points of a cell that may lie within the radius of another cell's points.
  private func reaching(_ cell: Int, _ other: Int) -> [Int] {
    cells.members(cell).filter { point in
      core.base[point]
        && cells.relation(of: other, cells.xs.base[point], cells.ys.base[point]) != .outside
    }
  }

  private func isNear(_ point: Int, _ others: [Int]) -> Bool {
    let x = cells.xs.base[point]
    let y = cells.ys.base[point]
    return others.contains { other in
      let dx = cells.xs.base[other] - x
      let dy = cells.ys.base[other] - y
      return dx * dx + dy * dy <= radius * radius
    }
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
  private func border(_ point: Int, _ rows: [Range<Int>], _ labelOfCell: [Int32]) -> Int32 {
    let x = cells.xs.base[point]
    let y = cells.ys.base[point]
    var best = Int32.max
    for row in rows {
      for cell in row where labelOfCell[cell] >= 0 && labelOfCell[cell] < best {
        guard cells.relation(of: cell, x, y) != .outside else { continue }
        let isNear = cells.members(cell).contains { other in
          guard core.base[other] else { return false }
          let dx = cells.xs.base[other] - x
          let dy = cells.ys.base[other] - y
          return dx * dx + dy * dy <= radius * radius
        }
        if isNear { best = labelOfCell[cell] }
      }
    }
    return best == .max ? -1 : best
  }
}
