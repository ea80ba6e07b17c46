public import Geo

/// Where cells have their centres, in longitude and latitude.
public struct CellCentres {
  private let cells: [Cell]

  /// Takes the cells.
  public init(_ cells: [Cell]) { self.cells = cells }

  /// The centres of some cells, by index; a point inside for a cell of an official grid.
  ///
  /// Throws `PROJError` if the projection of the grid cannot be had.
  public func positions(of indices: [Int]) throws -> [Coordinate] {
    let grid = EqualAreaGrid()
    var inverse = try Transformer(from: .albersChina, to: .wgs84)
    return try indices.map { index in
      if let place = cells[index].place { return try inverse.transform(grid.centre(of: place)) }
      return cells[index].area.representativePoint ?? Coordinate(.nan, .nan)
    }
  }
}
