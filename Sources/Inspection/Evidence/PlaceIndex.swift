import Geo

/// Finds the township and the grid cell of positions.
///
/// Townships are searched in longitude and latitude, where their borders are drawn, so the answer
/// is what any map of them shows; cells by arithmetic in the equal-area plane, or, for an official
/// grid, by their borders.
public struct PlaceIndex: Sendable {
  private let townships: PolygonIndex
  private let grid = EqualAreaGrid()
  private let cellIndices: [CellID: Int32]
  private let officialCells: PolygonIndex?
  private let officialIndices: [Int32]

  /// Builds the index; cells with a border and no place in our own grid are searched by border.
  public init(townships: [Township], cells: [Cell]) throws {
    self.townships = try PolygonIndex(townships.map(\.area))
    var own: [CellID: Int32] = [:]
    var official: [MultiPolygon] = []
    var indices: [Int32] = []
    for (index, cell) in cells.enumerated() {
      if let place = cell.place {
        own[place] = Int32(index)
      } else if !cell.area.polygons.isEmpty {
        official.append(cell.area)
        indices.append(Int32(index))
      }
    }
    cellIndices = own
    officialCells = official.isEmpty ? nil : try PolygonIndex(official)
    officialIndices = indices
  }

  /// The township and the cell of each position (longitude and latitude, WGS-84).
  ///
  /// Both are indices into what the index was built from; -1 outside all. A position that is not
  /// finite is outside.
  public func locate(
    longitudes: [Double], latitudes: [Double]
  ) throws -> (townships: [Int32], cells: [Int32]) {
    let found = townships.locate(xs: longitudes, ys: latitudes)
    if let officialCells {
      let cells = officialCells.locate(xs: longitudes, ys: latitudes)
      return (found, cells.map { $0 < 0 ? -1 : officialIndices[Int($0)] })
    }
    return (found, try ownCells(longitudes, latitudes))
  }

  private func ownCells(_ longitudes: [Double], _ latitudes: [Double]) throws -> [Int32] {
    guard !cellIndices.isEmpty else { return [Int32](repeating: -1, count: longitudes.count) }
    var xs = longitudes
    var ys = latitudes
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    _ = try transformer.transform(&xs, &ys)
    return xs.indices.map { index in
      let position = Coordinate(xs[index], ys[index])
      guard position.isFinite else { return -1 }
      return cellIndices[grid.cell(at: position)] ?? -1
    }
  }
}
