import Geo

/// Whether geometries meet a box, its border included: the geometries, not their own boxes.
struct BoxMeeting {
  let box: Envelope

  func meets(_ geometry: Geometry) -> Bool {
    switch geometry {
    case .point(let point): box.contains(point)
    case .multiPoint(let points): points.contains(where: box.contains)
    case .lines(let lines): lines.contains(where: meets(line:))
    case .area(let area): area.polygons.contains(where: meets(polygon:))
    }
  }

  private func meets(polygon: Polygon) -> Bool {
    guard Envelope(polygon.exterior).intersects(box) else { return false }
    if polygon.rings.contains(where: meets(line:)) { return true }
    // No border runs through the box: it lies wholly within the polygon, in a hole, or outside.
    let corner = Coordinate(box.minX, box.minY)
    return polygon.rings.count(where: { holds($0, corner) }) % 2 == 1
  }

  private func meets(line: [Coordinate]) -> Bool {
    if line.contains(where: box.contains) { return true }
    return zip(line, line.dropFirst()).contains { meets(from: $0, to: $1) }
  }

  /// Cuts a stretch to the box by each side in turn (Liang and Barsky 1984).
  private func meets(from: Coordinate, to: Coordinate) -> Bool {
    var (enters, leaves) = (0.0, 1.0)
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    for (step, room) in [
      (-dx, from.x - box.minX), (dx, box.maxX - from.x), (-dy, from.y - box.minY),
      (dy, box.maxY - from.y),
    ] {
      if step == 0 {
        if room < 0 { return false }
      } else if step < 0 {
        enters = max(enters, room / step)
      } else {
        leaves = min(leaves, room / step)
      }
    }
    return enters <= leaves
  }

  /// Counts the borders east of a position.
  private func holds(_ ring: Ring, _ position: Coordinate) -> Bool {
    var isInside = false
    for (from, to) in zip(ring, ring.dropFirst()) where (from.y > position.y) != (to.y > position.y)
    {
      let x = from.x + (position.y - from.y) / (to.y - from.y) * (to.x - from.x)
      if position.x < x { isInside.toggle() }
    }
    return isInside
  }
}
