/// Where points could have been: beyond its border nothing was observed.
public enum StudyArea: Sendable {
  /// A box.
  case box(Envelope)
  /// The union of some polygons.
  case polygons(PolygonIndex)

  /// Whether each position is inside.
  public func contains(xs: [Double], ys: [Double], threads: Int = 0) -> [Bool] {
    switch self {
    case .box(let box):
      (0..<min(xs.count, ys.count)).map { box.contains(Coordinate(xs[$0], ys[$0])) }
    case .polygons(let index):
      index.locate(xs: xs, ys: ys, threads: threads).map { $0 >= 0 }
    }
  }

  /// The share of each cell of a grid that is inside, from 4 x 4 positions in each.
  func shares(of grid: DensityGrid, threads: Int) -> [Double] {
    let side = 4
    var shares: [Double] = []
    shares.reserveCapacity(grid.count)
    // A row at a time, so that memory stays small.
    for row in 0..<grid.rows {
      var xs: [Double] = []
      var ys: [Double] = []
      for place in 0..<grid.columns * side * side {
        let (across, down) = (place % side, place / side % side)
        let column = place / (side * side)
        xs.append(grid.minX + (Double(column) + (Double(across) + 0.5) / 4) * grid.cell)
        ys.append(grid.maxY - (Double(row) + (Double(down) + 0.5) / 4) * grid.cell)
      }
      let inside = contains(xs: xs, ys: ys, threads: threads)
      for column in 0..<grid.columns {
        let cell = inside[column * side * side..<(column + 1) * side * side]
        shares.append(Double(cell.count { $0 }) / Double(side * side))
      }
    }
    return shares
  }
}
