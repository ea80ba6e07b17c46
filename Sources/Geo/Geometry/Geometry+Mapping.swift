extension Geometry {
  /// The same geometry with every position moved by a function.
  public func mapCoordinates<Failure: Error>(
    _ transform: (Coordinate) throws(Failure) -> Coordinate
  ) throws(Failure) -> Geometry {
    switch self {
    case .point(let position):
      return .point(try transform(position))
    case .multiPoint(let positions):
      var moved = positions
      for index in moved.indices { moved[index] = try transform(moved[index]) }
      return .multiPoint(moved)
    case .lines(let lines):
      var moved = lines
      for line in moved.indices {
        for index in moved[line].indices { moved[line][index] = try transform(moved[line][index]) }
      }
      return .lines(moved)
    case .area(let area):
      return .area(try area.mapCoordinates(transform))
    }
  }
}
