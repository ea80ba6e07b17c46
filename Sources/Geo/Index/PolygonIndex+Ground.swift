extension PolygonIndex {
  /// The nearest area on the ground and how many metres its border is away, for a layer in
  /// longitude and latitude (degrees, WGS-84 or CGCS2000); 0 for an area that holds the position.
  ///
  /// Nil if no border is within `limit` metres or the position is not finite. Borders are straight
  /// in degrees, as `locate` takes them. The closest place is sought with the radii of curvature at
  /// the latitude between it and the position, and its distance is then that of the geodesic
  /// (Karney 2013): up to 100 km away the result is within a millimetre of the least distance, up
  /// to 1000 km within a metre. Equally far areas: the lowest-numbered. Nothing is found
  /// across the 180th meridian, nor over a pole: shift such layers first.
  public func nearestOnGround(
    _ c: Coordinate, within limit: Double = .infinity
  ) -> (index: Int, distance: Double)? {
    if let holder = locate(c) { return (holder, 0) }
    guard c.isFinite, limit >= 0 else { return nil }
    var search = GroundSearch(from: c, within: limit)
    search.run(over: self)
    guard let found = search.nearest(among: borders), found.distance <= limit else { return nil }
    return found
  }
}

/// A search for the nearest border on the ground: blocks nearest first, then their cells, then the
/// lines, each only if it can be nearer than what was found.
private struct GroundSearch {
  private var best: NearestOnGround
  private let bounds: GroundBounds

  init(from c: Coordinate, within limit: Double) {
    best = NearestOnGround(from: c, within: limit)
    bounds = GroundBounds(from: c)
  }

  mutating func run(over index: PolygonIndex) {
    let centres = index.blocks.centres
    guard !centres.nodes.isEmpty else { return }
    descend(centres.nodes.count - 1, level: centres.levels.count - 1, index)
  }

  /// The area of the nearest line and its distance in metres.
  func nearest(among borders: borrowing BorderCells) -> (index: Int, distance: Double)? {
    best.decided(borders)
  }

  private mutating func descend(_ node: Int, level: Int, _ index: PolygonIndex) {
    let centres = index.blocks.centres
    let (halfX, halfY) = index.blockHalves
    var waiting = [16 of (bound: Double, child: Int)](repeating: (0, 0))
    var count = 0
    for child in centres.children(of: node, level: level) {
      let box =
        level == 0
        ? Envelope(
          minX: centres.xs[child] - halfX, minY: centres.ys[child] - halfY,
          maxX: centres.xs[child] + halfX, maxY: centres.ys[child] + halfY)
        : Envelope(
          minX: centres.nodes[child].minX - halfX, minY: centres.nodes[child].minY - halfY,
          maxX: centres.nodes[child].maxX + halfX, maxY: centres.nodes[child].maxY + halfY)
      let bound = bounds.least(to: box)
      guard bound <= best.reach else { continue }
      var place = count
      while place > 0, waiting[place - 1].bound > bound {
        waiting[place] = waiting[place - 1]
        place -= 1
      }
      waiting[place] = (bound, child)
      count += 1
    }
    for place in 0..<count where waiting[place].bound <= best.reach {
      if level > 0 {
        descend(waiting[place].child, level: level - 1, index)
      } else {
        scan(index.blocks.corners[Int(centres.ids[waiting[place].child])], index)
      }
    }
  }

  /// Looks through the lines of a block of cells.
  private mutating func scan(_ corner: (column: Int32, row: Int32), _ index: PolygonIndex) {
    let frame = index.frame
    index.forEachBorderCell(inBlockAt: Int(corner.column), Int(corner.row)) { cell, column, row in
      guard bounds.least(to: frame.widened(column, row)) <= best.reach else { return }
      for entry in index.borders.entries(cell) {
        let edge = index.borders.edges.base + Int(entry.edge)
        best.consider(Int(entry.edge), edge.pointee, bounds)
      }
    }
  }
}

extension PolygonIndex {
  /// Half a block's sides and a cell more, for what lies beyond the frame's last digits.
  fileprivate var blockHalves: (Double, Double) {
    let half = Double(BorderBlocks.side) / 2 + 1
    return (
      half * frame.envelope.width / Double(frame.columns),
      half * frame.envelope.height / Double(frame.rows)
    )
  }
}

extension CellFrame {
  /// A cell's rectangle, a little widened, so that it holds all that is noted there.
  fileprivate func widened(_ column: Int, _ row: Int) -> Envelope {
    let halfX = 0.51 * envelope.width / Double(columns)
    let halfY = 0.51 * envelope.height / Double(rows)
    let (x, y) = (centreX(column), centreY(row))
    return Envelope(minX: x - halfX, minY: y - halfY, maxX: x + halfX, maxY: y + halfY)
  }
}
