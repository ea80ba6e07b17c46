/// Which rings of half-edges bound the same face: one outer ring, and an inner one for each group
/// of lines that lies apart within it.
struct FaceNesting {
  /// For each half-edge its face; 0 is the outside.
  private(set) var faces: [Int32]
  /// A half-edge of each ring of each face.
  private(set) var rings: [[Int32]] = [[]]

  private let positions: [Coordinate]
  private let edges: [EdgeTable.Edge]

  /// Finds them; O(n log n), and for each group apart the lines on its level to the west.
  init(positions: [Coordinate], edges: [EdgeTable.Edge], stars: NodeStars) {
    self.positions = positions
    self.edges = edges
    faces = [Int32](repeating: -1, count: edges.count * 2)
    guard !edges.isEmpty else { return }
    let corners = westernCorners()
    // At the westernmost node of a group, what lies to the west is outside of it: the ring that
    // arrives along the lowest line runs around the group.
    let outer = corners.map { stars.first(at: $0) ^ 1 }
    for half in outer { mark(half, with: -2, stars.next) }
    for half in faces.indices where faces[half] == -1 {
      rings.append([Int32(truncatingIfNeeded: half)])
      mark(
        Int32(truncatingIfNeeded: half), with: Int32(truncatingIfNeeded: rings.count - 1),
        stars.next)
    }
    nest(corners, outer, stars.next)
  }

  private mutating func mark(_ first: Int32, with face: Int32, _ next: [Int32]) {
    var half = first
    repeat {
      faces[Int(half)] = face
      half = next[Int(half)]
    } while half != first
  }

  /// The westernmost node of each group of connected lines, from west to east.
  private func westernCorners() -> [Int32] {
    var groups = DisjointSets(count: positions.count)
    for edge in edges { groups.join(edge.low, edge.high) }
    var western = [Int32](repeating: -1, count: positions.count)
    for edge in edges {
      for node in [edge.low, edge.high] {
        let group = Int(groups.root(node))
        if western[group] < 0 || isWest(node, of: western[group]) { western[group] = node }
      }
    }
    return western.filter { $0 >= 0 }.sorted { isWest($0, of: $1) }
  }

  private func isWest(_ one: Int32, of other: Int32) -> Bool {
    let (p, q) = (positions[Int(one)], positions[Int(other)])
    return (p.x, p.y) < (q.x, q.y)
  }

  /// Gives each group's outer ring to the face in which it lies.
  private mutating func nest(_ corners: [Int32], _ outer: [Int32], _ next: [Int32]) {
    let tree = corners.count == 1 ? nil : EdgeTree(boxes())
    for (corner, half) in zip(corners, outer) {
      var face = Arrangement.outside
      if let tree, let line = nearestLine(westOf: positions[Int(corner)], tree) {
        // The face on the line's eastern side, the right one of its way up.
        let edge = edges[Int(line)]
        let rises = positions[Int(edge.low)].y < positions[Int(edge.high)].y
        face = faces[Int(line * 2 + (rises ? 1 : 0))]
      }
      rings[Int(face)].append(half)
      mark(half, with: face, next)
    }
  }

  private func boxes() -> [(item: Int32, box: Envelope)] {
    edges.enumerated().map { place, edge in
      let (a, b) = (positions[Int(edge.low)], positions[Int(edge.high)])
      return (
        Int32(truncatingIfNeeded: place),
        Envelope(
          minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
      )
    }
  }

  /// The line that a ray to the west meets first, the ray moved up by an infinitesimal.
  private func nearestLine(westOf position: Coordinate, _ tree: EdgeTree) -> Int32? {
    let ray = Envelope(
      minX: -.infinity, minY: position.y, maxX: position.x, maxY: position.y)
    var best: (line: Int32, low: Coordinate, high: Coordinate)?
    tree.forEach(meeting: ray) { line in
      let edge = edges[Int(line)]
      let (a, b) = (positions[Int(edge.low)], positions[Int(edge.high)])
      let (low, high) = a.y < b.y ? (a, b) : (b, a)
      guard low.y <= position.y, position.y < high.y,
        Orientation.sign(low, high, position) < 0
      else { return }
      if let known = best, !Self.isEast(low, high, of: known.low, known.high) { return }
      best = (line, low, high)
    }
    return best?.line
  }

  /// True if a rising line lies east of another where both have a level in common; they do not
  /// cross.
  private static func isEast(
    _ low: Coordinate, _ high: Coordinate, of otherLow: Coordinate, _ otherHigh: Coordinate
  ) -> Bool {
    if low.y >= otherLow.y {
      let side = Orientation.sign(otherLow, otherHigh, low)
      if side != 0 { return side < 0 }
    } else {
      let side = Orientation.sign(low, high, otherLow)
      if side != 0 { return side > 0 }
    }
    return high.y <= otherHigh.y
      ? Orientation.sign(otherLow, otherHigh, high) < 0
      : Orientation.sign(low, high, otherHigh) > 0
  }
}
