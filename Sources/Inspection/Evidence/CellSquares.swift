public import Geo

/// Cells as areas in longitude and latitude, as a map draws them.
public struct CellSquares: Sendable {
  private let cells: [Cell]
  private let corners: [Coordinate]
  private let starts: [Int?]

  /// Computes the squares of the cells that have a place in our own grid, all in one transformation.
  ///
  /// Throws `PROJError` if there is no way back from the equal-area system.
  public init(_ cells: [Cell]) throws(PROJError) {
    let grid = EqualAreaGrid()
    var corners: [Coordinate] = []
    var starts: [Int?] = []
    for cell in cells {
      starts.append(cell.place.map { _ in corners.count })
      if let place = cell.place { corners += grid.polygon(of: place).exterior }
    }
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    transformer.inverse(&corners)
    self.cells = cells
    self.corners = corners
    self.starts = starts
  }

  /// The square of the cell at an index; nil for one of an official grid, and where none can be.
  public subscript(index: Int) -> MultiPolygon? {
    guard let start = starts[index] else { return nil }
    let ring = Array(corners[start..<start + 5])
    guard ring.allSatisfy(\.isFinite) else { return nil }
    return MultiPolygon([Polygon(exterior: ring)])
  }

  /// Each cell with its area: its square, or as the official grid gave it; those without are left out.
  public var all: [(cell: Cell, area: MultiPolygon)] {
    cells.indices.compactMap { index in
      let area = self[index] ?? cells[index].area
      return area.polygons.isEmpty ? nil : (cells[index], area)
    }
  }

  /// The middle of each cell's box, by its identifier.
  public var middles: [String: Coordinate] {
    all.reduce(into: [:]) { middles, item in
      let box = item.area.envelope
      middles[item.cell.id] = Coordinate((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    }
  }
}
