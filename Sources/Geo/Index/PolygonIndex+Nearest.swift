extension PolygonIndex {
  /// The nearest area and how far its border is, 0 for an area that holds the position.
  ///
  /// Equally far areas: the lowest-numbered. Nil if there is no area or the position is not finite.
  /// Looks through the cells in growing squares, so it takes time by the distance.
  public func nearest(_ c: Coordinate) -> (index: Int, distance: Double)? {
    if let holder = locate(c) { return (holder, 0) }
    guard c.isFinite, borders.count > 0 else { return nil }
    let column = frame.column(min(max(c.x, frame.envelope.minX), frame.envelope.maxX))
    let row = frame.row(min(max(c.y, frame.envelope.minY), frame.envelope.maxY))
    var best = NearestBorder(position: c)
    for radius in 0..<max(frame.columns, frame.rows) {
      if best.squared <= frame.squaredDistance(of: c, beyond: radius, of: column, row) { break }
      forEachCell(atRadius: radius, of: column, row) { cell in
        let entry = table.base[cell]
        guard entry <= Self.borderBase else { return }
        best.scan(borders, cell: Int(Self.borderBase - entry))
      }
    }
    return best.id < 0 ? nil : (Int(best.id), best.squared.squareRoot())
  }

  private func forEachCell(
    atRadius radius: Int, of column: Int, _ row: Int, _ body: (Int) -> Void
  ) {
    let west = max(column - radius, 0)
    let east = min(column + radius, frame.columns - 1)
    for r in max(row - radius, 0)...min(row + radius, frame.rows - 1) {
      if r == row - radius || r == row + radius {
        for k in west...east { body(frame.place(column: k, row: r)) }
      } else {
        if west == column - radius { body(frame.place(column: west, row: r)) }
        if east == column + radius { body(frame.place(column: east, row: r)) }
      }
    }
  }
}

extension CellFrame {
  /// A squared distance that no place reaches in the cells not within `radius - 1` of a cell;
  /// infinite if there are none.
  fileprivate func squaredDistance(
    of c: Coordinate, beyond radius: Int, of column: Int, _ row: Int
  ) -> Double {
    // Widened, because a line may be noted a little outside of its cell.
    let slackX = CellFrame.slack * 4 / max(scaleX, .leastNormalMagnitude)
    let slackY = CellFrame.slack * 4 / max(scaleY, .leastNormalMagnitude)
    let outsideX = max(0, max(envelope.minX - c.x, c.x - envelope.maxX))
    let outsideY = max(0, max(envelope.minY - c.y, c.y - envelope.maxY))
    func border(_ cell: Int, _ scale: Double, _ low: Double) -> Double {
      low + Double(cell) / scale
    }
    var bound = Double.infinity
    func consider(_ dx: Double, _ dy: Double) {
      let dx = max(dx, outsideX)
      let dy = max(dy, outsideY)
      bound = min(bound, dx * dx + dy * dy)
    }
    if radius == 0 { return 0 }
    if column - radius >= 0 {
      consider(c.x - border(column - radius + 1, scaleX, envelope.minX) - slackX, 0)
    }
    if column + radius < columns {
      consider(border(column + radius, scaleX, envelope.minX) - c.x - slackX, 0)
    }
    if row - radius >= 0 {
      consider(0, c.y - border(row - radius + 1, scaleY, envelope.minY) - slackY)
    }
    if row + radius < rows {
      consider(0, border(row + radius, scaleY, envelope.minY) - c.y - slackY)
    }
    return bound
  }
}

/// The nearest border found so far.
private struct NearestBorder {
  let position: Coordinate
  private(set) var squared = Double.infinity
  private(set) var id: Int32 = -1

  init(position: Coordinate) {
    self.position = position
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
