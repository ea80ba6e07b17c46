/// Rings of half-edges made into polygons that are valid: no ring passes a node twice.
struct RegionRings {
  private let arrangement: Arrangement
  private var loops: [[Int32]] = []

  /// The polygon that a face is.
  static func polygon(of face: Int32, _ arrangement: Arrangement) -> Polygon {
    var rings = RegionRings(arrangement)
    for first in arrangement.rings[Int(face)] {
      var halves: [Int32] = []
      arrangement.forEachHalf(ringFrom: first) { halves.append($0) }
      rings.add(halves)
    }
    return rings.polygon ?? Polygon(exterior: [])
  }

  init(_ arrangement: Arrangement) {
    self.arrangement = arrangement
  }

  /// Adds a ring with the region on its left; where it touches itself it becomes several.
  mutating func add(_ halves: [Int32]) {
    var open: [Int32] = []
    var places: [Int32: Int] = [:]
    for half in halves {
      let node = arrangement.origin(half)
      if let place = places[node] {
        for closed in open[place...] { places[arrangement.origin(closed)] = nil }
        loops.append(Array(open[place...]))
        open.removeSubrange(place...)
      }
      places[node] = open.count
      open.append(half)
    }
    if !open.isEmpty { loops.append(open) }
  }

  /// The region: of the rings of one region exactly one runs counter-clockwise, the exterior.
  var polygon: Polygon? {
    guard let exterior = loops.firstIndex(where: isCounterClockwise) else { return nil }
    return Polygon(
      exterior: ring(loops[exterior]),
      holes: loops.indices.filter { $0 != exterior }.map { ring(loops[$0]) })
  }

  private func ring(_ loop: [Int32]) -> Ring {
    var ring = loop.map { arrangement.start($0) }
    if let first = ring.first { ring.append(first) }
    return ring
  }

  /// Exact: the turn at the westernmost corner.
  private func isCounterClockwise(_ loop: [Int32]) -> Bool {
    let corners = loop.map { arrangement.start($0) }
    guard
      let west = corners.indices.min(by: {
        (corners[$0].x, corners[$0].y) < (corners[$1].x, corners[$1].y)
      })
    else { return false }
    let before = corners[west == 0 ? corners.count - 1 : west - 1]
    let after = corners[west + 1 == corners.count ? 0 : west + 1]
    return Orientation.sign(before, corners[west], after) > 0
  }
}
