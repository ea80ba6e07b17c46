/// Cuts the lines of areas until they meet at common nodes only.
///
/// Crossings are found by the exact predicate and rounded to a node; a node nearly on a line is on
/// it, which keeps rounded crossings from making new ones (as the snapping noder of JTS does, M.
/// Davis 2020). Positions that came in keep their bits. Rounds go on until nothing is cut any more;
/// then no two lines cross and no node is nearly on a line, whatever rounding did on the way.
///
/// "Nearly" is half the distance that nodes keep from each other: then a line that is cut at a node
/// becomes two shorter ones, and no three nodes can cut each other's lines in turn for ever.
struct Noder {
  /// The nodes; the first `cornerCount` are corners of the areas.
  private(set) var nodes: NodeTable
  private(set) var table: EdgeTable
  private(set) var cornerCount: Int
  /// How often a corner lies on a line that has none there.
  private(set) var looseCorners = 0
  /// The areas whose lines are no longer those that came.
  private(set) var isChanged: [Bool]
  private var cuts: [(edge: Int32, node: Int32)] = []

  /// How near to a line a node is on it.
  private var reach: Double { nodes.tolerance / 2 }

  /// A layer needs three rounds as a rule; many more mean that nothing settles.
  private static let roundLimit = 50

  /// Collects and cuts the lines of areas; O(n log n) for n corners and crossings.
  init(_ areas: [MultiPolygon]) throws(CoverageError) {
    let (corners, tolerance) = try Self.survey(areas)
    nodes = NodeTable(tolerance: tolerance, capacity: corners)
    table = EdgeTable(capacity: corners)
    isChanged = [Bool](repeating: false, count: areas.count)
    cornerCount = 0
    var visits = RingVisits()
    for (number, area) in areas.enumerated() {
      for polygon in area.polygons {
        add(polygon.exterior, of: number, &visits)
        for hole in polygon.holes { add(hole, of: number, &visits) }
      }
    }
    cornerCount = nodes.positions.count
    table.removeEmpty()
    for round in 0..<Self.roundLimit {
      collectCuts()
      if round == 0 { looseCorners = countLooseCorners() }
      if cuts.isEmpty { return }
      applyCuts()
    }
    throw .unresolved
  }

  /// How many corners there are, and how far apart nodes are kept: sixteen units in the last place
  /// of the largest coordinate, some twenty nanometres on the ground.
  private static func survey(
    _ areas: [MultiPolygon]
  ) throws(CoverageError) -> (corners: Int, tolerance: Double) {
    var corners = 0
    var largest = 1e-100
    for (number, area) in areas.enumerated() {
      for ring in area.polygons.lazy.flatMap(\.rings) {
        corners += ring.count
        for position in ring {
          guard position.isFinite else { throw .notFinite(area: number) }
          largest = max(largest, position.x.magnitude, position.y.magnitude)
        }
      }
      guard largest < 1e100 else { throw .tooLarge(area: number) }
    }
    guard corners < 1 << 29, areas.count < 1 << 29 else { throw .tooMany }
    return (corners, 16 * largest.ulp)
  }

  private mutating func add(_ ring: Ring, of number: Int, _ visits: inout RingVisits) {
    guard let last = ring.last else { return }
    let areas = table.sets.single(Int32(truncatingIfNeeded: number))
    var previous = nodes.node(at: last)
    visits.begin()
    for position in ring {
      let node = nodes.node(at: position)
      if nodes.positions[Int(node)] != position { isChanged[number] = true }
      if node != previous {
        if !visits.isFirst(node) { isChanged[number] = true }
        if table.toggle(previous, node, areas: areas) { isChanged[number] = true }
      }
      previous = node
    }
  }

  /// Notes where lines must be cut: new ones against all.
  private mutating func collectCuts() {
    let edges = table.edges
    let tree = EdgeTree(
      edges.indices.lazy.filter { edges[$0].isNew }.map {
        (Int32(truncatingIfNeeded: $0), box(edges[$0]))
      })
    for place in edges.indices {
      let edge = edges[place]
      var around = box(edge)
      around.minX -= reach
      around.minY -= reach
      around.maxX += reach
      around.maxY += reach
      let number = Int32(truncatingIfNeeded: place)
      tree.forEach(meeting: around) { other in
        if other == number || (edge.isNew && other > number) { return }
        compare(number, edge, other, edges[Int(other)])
      }
    }
    table.settle()
  }

  private func box(_ edge: EdgeTable.Edge) -> Envelope {
    let a = nodes.positions[Int(edge.low)]
    let b = nodes.positions[Int(edge.high)]
    return Envelope(
      minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
  }

  /// Notes where two lines must be cut.
  private mutating func compare(
    _ one: Int32, _ p: EdgeTable.Edge, _ other: Int32, _ q: EdgeTable.Edge
  ) {
    let before = cuts.count
    for node in [q.low, q.high] where isOn(node, p) { cuts.append((one, node)) }
    for node in [p.low, p.high] where isOn(node, q) { cuts.append((other, node)) }
    // What else there is to cut shows in the next round, in the pieces.
    guard cuts.count == before, p.low != q.low, p.low != q.high, p.high != q.low, p.high != q.high,
      let crossing = crossing(p, q)
    else { return }
    let node = nodes.node(at: crossing)
    if node != p.low, node != p.high { cuts.append((one, node)) }
    if node != q.low, node != q.high { cuts.append((other, node)) }
  }

  /// True if a node lies nearly on a line, between its ends.
  private func isOn(_ node: Int32, _ edge: EdgeTable.Edge) -> Bool {
    guard node != edge.low, node != edge.high else { return false }
    let a = nodes.positions[Int(edge.low)]
    let b = nodes.positions[Int(edge.high)]
    let c = nodes.positions[Int(node)]
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let squared = dx * dx + dy * dy
    let along = (c.x - a.x) * dx + (c.y - a.y) * dy
    guard along > 0, along < squared else { return false }
    let across = (c.x - a.x) * dy - (c.y - a.y) * dx
    return across.magnitude <= reach * squared.squareRoot()
  }

  /// Where two lines cross inside both, rounded.
  private func crossing(_ p: EdgeTable.Edge, _ q: EdgeTable.Edge) -> Coordinate? {
    let a = nodes.positions[Int(p.low)]
    let b = nodes.positions[Int(p.high)]
    let c = nodes.positions[Int(q.low)]
    let d = nodes.positions[Int(q.high)]
    guard Orientation.sign(a, b, c) * Orientation.sign(a, b, d) < 0,
      Orientation.sign(c, d, a) * Orientation.sign(c, d, b) < 0
    else { return nil }
    let first = Orientation.determinant(a, b, c)
    let share = first / (first - Orientation.determinant(a, b, d))
    return Coordinate(c.x + share * (d.x - c.x), c.y + share * (d.y - c.y))
  }

  private func countLooseCorners() -> Int {
    let corners = Int32(truncatingIfNeeded: cornerCount)
    return Set(
      cuts.lazy.filter { $0.node < corners }.map { Int64($0.edge) << 32 | Int64($0.node) }
    ).count
  }

  /// Replaces every line that is cut by its pieces.
  private mutating func applyCuts() {
    var start = 0
    cuts.sort { ($0.edge, $0.node) < ($1.edge, $1.node) }
    while start < cuts.count {
      let place = cuts[start].edge
      var end = start
      while end < cuts.count, cuts[end].edge == place { end += 1 }
      cut(Int(place), at: cuts[start..<end].map(\.node))
      start = end
    }
    cuts = []
    table.removeEmpty()
  }

  private mutating func cut(_ place: Int, at inner: [Int32]) {
    let edge = table.edges[place]
    let areas = table.empty(place)
    for area in table.sets.members[Int(areas)] { isChanged[Int(area)] = true }
    let a = nodes.positions[Int(edge.low)]
    let b = nodes.positions[Int(edge.high)]
    let ordered = inner.map { node in
      let c = nodes.positions[Int(node)]
      return ((c.x - a.x) * (b.x - a.x) + (c.y - a.y) * (b.y - a.y), node)
    }.sorted { $0 < $1 }
    var previous = edge.low
    for node in ordered.map(\.1) + [edge.high] {
      table.toggle(previous, node, areas: areas)
      previous = node
    }
  }
}

/// Which nodes a ring has passed.
private struct RingVisits {
  private var passed: [Int32] = []
  private var ring: Int32 = 0

  mutating func begin() { ring += 1 }

  /// True if the ring now begun comes to a node for the first time.
  mutating func isFirst(_ node: Int32) -> Bool {
    while passed.count <= Int(node) { passed.append(0) }
    defer { passed[Int(node)] = ring }
    return passed[Int(node)] != ring
  }
}
