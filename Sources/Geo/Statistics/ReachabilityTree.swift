/// The shortest tree over points by mutual reachability: the largest of their distance and of both
/// core distances.
///
/// Boruvka's rounds, each of which looks for every component's nearest point of another one in the
/// index. Points are numbered in the order of the index.
struct ReachabilityTree {
  /// Two points and the square of their reachability.
  struct Edge {
    var squared: Double
    var from: Int32
    var to: Int32
  }

  private let index: PointIndex
  /// The squared distance of each point to its last core neighbour.
  private let core: [Double]
  /// The least of them below each node.
  private let nodeCore: [Double]

  init(_ index: PointIndex, minPoints: Int) {
    self.index = index
    let core = (0..<index.count).map { place in
      let position = Coordinate(index.xs[place], index.ys[place])
      let last = index.nearest(position, k: minPoints).last?.distance ?? .infinity
      return last * last
    }
    self.core = core
    nodeCore = Self.fold(index, leaf: { core[$0] }, join: min)
  }

  /// The edges, by length.
  func edges() -> [Edge] {
    var sets = DisjointSets(count: index.count)
    var edges: [Edge] = []
    edges.reserveCapacity(index.count)
    while edges.count < index.count - 1 {
      let before = edges.count
      for edge in nearest(&sets).sorted(by: Self.precedes) {
        guard sets.root(edge.from) != sets.root(edge.to) else { continue }
        sets.join(edge.from, edge.to)
        edges.append(edge)
      }
      // Distances that overflow join nothing any more.
      if edges.count == before { break }
    }
    return edges.sorted(by: Self.precedes)
  }

  private static func precedes(_ one: Edge, _ other: Edge) -> Bool {
    (one.squared, one.from, one.to) < (other.squared, other.from, other.to)
  }

  /// The shortest way out of each component.
  private func nearest(_ sets: inout DisjointSets) -> [Edge] {
    let component = (0..<index.count).map { sets.root(Int32($0)) }
    // The component of all points below a node; -1 if there are several.
    let nodeComponent = Self.fold(
      index, leaf: { component[$0] }, join: { $0 == $1 ? $0 : -1 })
    var best = [Edge](
      repeating: Edge(squared: .infinity, from: -1, to: -1), count: index.count)
    for point in 0..<index.count where core[point] < best[Int(component[point])].squared {
      var search = Search(
        point: point, x: index.xs[point], y: index.ys[point], component: component[point],
        best: best[Int(component[point])])
      descend(
        index.nodes.count - 1, index.levels.count - 1, component, nodeComponent, &search)
      best[Int(component[point])] = search.best
    }
    return best.filter { $0.from >= 0 }
  }

  private struct Search {
    let point: Int
    let x: Double
    let y: Double
    let component: Int32
    var best: Edge
  }

  private func descend(
    _ node: Int, _ level: Int, _ component: [Int32], _ nodeComponent: [Int32],
    _ search: inout Search
  ) {
    guard level > 0 else {
      for place in index.children(of: node, level: 0) where component[place] != search.component {
        let dx = index.xs[place] - search.x
        let dy = index.ys[place] - search.y
        let squared = max(dx * dx + dy * dy, max(core[place], core[search.point]))
        if squared < search.best.squared {
          search.best = Edge(
            squared: squared, from: Int32(search.point), to: Int32(place))
        }
      }
      return
    }
    var waiting = [16 of (bound: Double, child: Int)](repeating: (0, 0))
    var count = 0
    for child in index.children(of: node, level: level)
    where nodeComponent[child] != search.component {
      let distance = index.nodes[child].squaredDistance(search.x, search.y)
      let bound = max(distance, nodeCore[child])
      guard bound < search.best.squared else { continue }
      var place = count
      while place > 0, waiting[place - 1].bound > bound {
        waiting[place] = waiting[place - 1]
        place -= 1
      }
      waiting[place] = (bound, child)
      count += 1
    }
    for place in 0..<count where waiting[place].bound < search.best.squared {
      descend(waiting[place].child, level - 1, component, nodeComponent, &search)
    }
  }

  /// A value for each node from those of the points below.
  private static func fold<Value>(
    _ index: PointIndex, leaf: (Int) -> Value, join: (Value, Value) -> Value
  ) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(index.nodes.count)
    for level in index.levels.indices {
      let end = level + 1 < index.levels.count ? index.levels[level + 1] : index.nodes.count
      for node in index.levels[level]..<end {
        let children = index.children(of: node, level: level)
        var value = level == 0 ? leaf(children.lowerBound) : values[children.lowerBound]
        for child in children.dropFirst() {
          value = join(value, level == 0 ? leaf(child) : values[child])
        }
        values.append(value)
      }
    }
    return values
  }
}
