import Geo
import Inspection

/// Cells with their areas in longitude and latitude: squares of our own grid, or as the official one
/// gave them.
struct CellSquares {
  /// Each cell with its area; those without one are left out.
  let all: [(cell: Cell, area: MultiPolygon)]

  /// Computes the squares; throws `PROJError` if there is no way back from the equal-area system.
  init(_ cells: [Cell]) throws(PROJError) {
    let grid = EqualAreaGrid()
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    var all: [(Cell, MultiPolygon)] = []
    for cell in cells {
      guard let place = cell.place else {
        if !cell.area.polygons.isEmpty { all.append((cell, cell.area)) }
        continue
      }
      var ring = grid.polygon(of: place).exterior
      transformer.inverse(&ring)
      if ring.allSatisfy(\.isFinite) { all.append((cell, MultiPolygon([Polygon(exterior: ring)]))) }
    }
    self.all = all
  }

  /// The middle of each cell, by its identifier.
  var middles: [String: Coordinate] {
    all.reduce(into: [:]) { middles, item in
      let box = item.area.envelope
      middles[item.cell.id] = Coordinate((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    }
  }
}
