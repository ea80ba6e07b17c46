extension MultiPolygon {
  /// The same area with positions added along its borders, none farther from the next than a length
  /// in units of the coordinates, so that a projection bends the borders with it.
  ///
  /// Both areas at a border get the same positions, whichever way each runs along it.
  public func stretched(_ length: Double) -> MultiPolygon {
    MultiPolygon(
      polygons.map { polygon in
        Polygon(
          exterior: Self.stretched(polygon.exterior, length),
          holes: polygon.holes.map { Self.stretched($0, length) })
      })
  }

  /// A border that needs more positions than this is a mistake, and is left at that many.
  private static let most = 10_000.0

  private static func stretched(_ ring: Ring, _ length: Double) -> Ring {
    var result: Ring = []
    for (from, to) in zip(ring, ring.dropFirst()) {
      result.append(from)
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let count = ((dx * dx + dy * dy).squareRoot() / length).rounded(.up)
      guard count > 1 else { continue }
      let steps = Int(min(count, most))
      // Counted from the lower end whichever way the border runs, for the neighbour's sake.
      let isForward = (from.x, from.y) < (to.x, to.y)
      let (low, high) = isForward ? (from, to) : (to, from)
      for step in 1..<steps {
        let part = Double(isForward ? step : steps - step) / Double(steps)
        result.append(
          Coordinate(low.x + (high.x - low.x) * part, low.y + (high.y - low.y) * part))
      }
    }
    if let last = ring.last { result.append(last) }
    return result
  }
}
