extension PolygonIndex {
  /// The nearest area and how far its border is, in the units of the layer's plane; 0 for an area
  /// that holds the position.
  ///
  /// For layers in longitude and latitude see `nearestOnGround`. Equally far areas: the
  /// lowest-numbered. Nil if no border is within `farthest` or the position is not finite.
  public func nearest(
    _ c: Coordinate, within farthest: Double = .infinity
  ) -> (index: Int, distance: Double)? {
    if let holder = locate(c) { return (holder, 0) }
    guard farthest >= 0, let block = blocks.centres.nearest(c, k: 1).first else { return nil }
    var best = NearestBorder(position: c, within: farthest)
    // The nearest block has a line within its reach; nothing farther by another reach can be nearer.
    let limit = min(block.distance + 2 * blocks.reach, farthest + blocks.reach)
    blocks.centres.forEach(within: limit, of: c) { block, distance in
      guard distance - blocks.reach <= best.squared.squareRoot() else { return }
      let corner = blocks.corners[block]
      forEachBorderCell(inBlockAt: Int(corner.column), Int(corner.row)) { cell, column, row in
        if frame.squaredDistance(of: c, toCell: column, row) <= best.squared {
          best.scan(borders, cell: cell)
        }
      }
    }
    let distance = best.squared.squareRoot()
    return best.id < 0 || distance > farthest ? nil : (Int(best.id), distance)
  }

  func forEachBorderCell(
    inBlockAt column: Int, _ row: Int, _ body: (_ cell: Int, _ column: Int, _ row: Int) -> Void
  ) {
    for r in row..<min(row + BorderBlocks.side, frame.rows) {
      for k in column..<min(column + BorderBlocks.side, frame.columns) {
        let entry = table[frame.place(column: k, row: r)]
        if entry <= Self.borderBase { body(Int(Self.borderBase - entry), k, r) }
      }
    }
  }
}

extension CellFrame {
  /// A squared distance that no line noted in a cell falls below: that to the cell, a little larger.
  fileprivate func squaredDistance(of c: Coordinate, toCell column: Int, _ row: Int) -> Double {
    let halfX = 0.51 * envelope.width / Double(columns)
    let halfY = 0.51 * envelope.height / Double(rows)
    let dx = max(0, (c.x - centreX(column)).magnitude - halfX)
    let dy = max(0, (c.y - centreY(row)).magnitude - halfY)
    return dx * dx + dy * dy
  }
}

/// The nearest border found so far.
private struct NearestBorder {
  let position: Coordinate
  private(set) var squared: Double
  private(set) var id: Int32 = -1

  init(position: Coordinate, within farthest: Double) {
    self.position = position
    // The next number up, so that a border exactly as far still counts.
    squared = (farthest * farthest).nextUp
  }

  mutating func scan(_ borders: borrowing BorderCells, cell: Int) {
    for entry in borders.entries(cell) {
      let edge = borders.edges[Int(entry.edge)]
      let distance = edge.squaredDistance(position)
      let lowest = edge.lowestArea
      if distance < squared || (distance == squared && lowest < id) {
        squared = distance
        id = lowest
      }
    }
  }
}

extension BorderEdge {
  /// Squared distance from a position to the line between the ends.
  fileprivate func squaredDistance(_ c: Coordinate) -> Double {
    let dx = bx - ax
    let dy = by - ay
    let along = ((c.x - ax) * dx + (c.y - ay) * dy) / (dx * dx + dy * dy)
    if !(along > 0) { return Self.squared(c.x - ax, c.y - ay) }
    if along >= 1 { return Self.squared(c.x - bx, c.y - by) }
    return Self.squared(c.x - ax - along * dx, c.y - ay - along * dy)
  }

  private static func squared(_ dx: Double, _ dy: Double) -> Double { dx * dx + dy * dy }
}
