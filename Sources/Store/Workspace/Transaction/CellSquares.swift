internal import Geo
internal import Inspection

/// The squares of our own cells in longitude and latitude, as a map draws them.
struct CellSquares {
  private let corners: [Coordinate]
  private let starts: [Int?]

  /// Computes the squares of the cells that have a place in our own grid.
  ///
  /// Throws `PROJError` if there is no way back from the equal-area system.
  init(_ cells: [Cell]) throws(PROJError) {
    let grid = EqualAreaGrid()
    var corners: [Coordinate] = []
    var starts: [Int?] = []
    for cell in cells {
      starts.append(cell.place.map { _ in corners.count })
      if let place = cell.place { corners += grid.polygon(of: place).exterior }
    }
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    transformer.inverse(&corners)
    self.corners = corners
    self.starts = starts
  }

  /// The square of the cell at an index; nil for one of an official grid, and where none can be.
  subscript(index: Int) -> Geometry? {
    guard let start = starts[index] else { return nil }
    let ring = Array(corners[start..<start + 5])
    guard ring.allSatisfy(\.isFinite) else { return nil }
    return .area(MultiPolygon([Polygon(exterior: ring)]))
  }
}
