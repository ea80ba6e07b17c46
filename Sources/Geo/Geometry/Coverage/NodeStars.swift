/// The half-edges that leave each node, in the order of their directions.
struct NodeStars {
  /// For each half-edge the next one around the face on its left.
  private(set) var next: [Int32]
  /// Half-edges by node, counter-clockwise from due south, which comes last.
  private var leaving: [Int32]
  private var starts: [Int32]

  /// Sorts them by exact predicates; O(n log n) at worst, O(n) where few lines meet at a node.
  init(positions: [Coordinate], edges: [EdgeTable.Edge]) {
    starts = [Int32](repeating: 0, count: positions.count + 1)
    for edge in edges {
      starts[Int(edge.low) + 1] += 1
      starts[Int(edge.high) + 1] += 1
    }
    for node in positions.indices { starts[node + 1] += starts[node] }
    leaving = [Int32](repeating: 0, count: edges.count * 2)
    var filled = starts
    for (place, edge) in edges.enumerated() {
      for (node, half) in [(edge.low, place * 2), (edge.high, place * 2 + 1)] {
        leaving[Int(filled[Int(node)])] = Int32(truncatingIfNeeded: half)
        filled[Int(node)] += 1
      }
    }
    next = [Int32](repeating: -1, count: edges.count * 2)
    for node in positions.indices { link(node, positions, edges) }
  }

  /// The first half-edge counter-clockwise from due south at a node that has any.
  func first(at node: Int32) -> Int32 { leaving[Int(starts[Int(node)])] }

  /// Sorts the half-edges of a node and links those that arrive to those that leave.
  private mutating func link(_ node: Int, _ positions: [Coordinate], _ edges: [EdgeTable.Edge]) {
    let range = Int(starts[node])..<Int(starts[node + 1])
    guard !range.isEmpty else { return }
    func end(_ half: Int32) -> Coordinate {
      let edge = edges[Int(half >> 1)]
      return positions[Int(half & 1 == 0 ? edge.high : edge.low)]
    }
    let centre = positions[node]
    leaving[range].sort { Self.isBefore(end($0), end($1), around: centre) }
    // Who arrives along one goes on along the one clockwise of it, with the face to the left.
    var clockwise = leaving[range.upperBound - 1]
    for place in range {
      next[Int(leaving[place] ^ 1)] = clockwise
      clockwise = leaving[place]
    }
  }

  private static func isBefore(
    _ p: Coordinate, _ q: Coordinate, around centre: Coordinate
  ) -> Bool {
    let pIsEast = p.x > centre.x || (p.x == centre.x && p.y > centre.y)
    let qIsEast = q.x > centre.x || (q.x == centre.x && q.y > centre.y)
    if pIsEast != qIsEast { return pIsEast }
    return Orientation.sign(centre, p, q) > 0
  }
}
