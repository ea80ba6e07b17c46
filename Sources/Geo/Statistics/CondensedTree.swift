/// The clusters that there are for any radius, each from where it splits off to where it splits up
/// or dissolves.
///
/// Depth is one over the radius. Cluster 0 holds everything.
struct CondensedTree {
  /// For each point the smallest cluster that it ever belongs to, and the depth at which it leaves.
  private(set) var clusters: [Int]
  private(set) var depths: [Double]
  /// The cluster that each splits off from; -1 for the first.
  private var parents: [Int] = [-1]
  /// The depth at which each begins.
  private var births: [Double] = [0]
  /// The excess of mass of each: the sum of its points' depths beyond its birth.
  private var stabilities: [Double] = [0]
  /// The depth at which each splits up, or its last point leaves.
  private(set) var deaths: [Double] = [0]

  /// Cuts the tree of mergers at groups below a size; edges are by length.
  init(_ edges: [ReachabilityTree.Edge], count: Int, minSize: Int) {
    clusters = [Int](repeating: 0, count: count)
    depths = [Double](repeating: 0, count: count)
    let mergers = Mergers(edges, count: count)
    // Equal positions would be infinitely deep.
    let least = edges.first { $0.squared > 0 }?.squared ?? 1
    var waiting = mergers.roots.map { (node: $0, cluster: 0) }
    while let (node, cluster) = waiting.popLast() {
      guard node >= count else {
        leave(node, cluster, mergers, depth: births[cluster])
        continue
      }
      let (left, right) = mergers.children(of: node)
      let depth = 1 / max(mergers.squared(of: node), least / 4).squareRoot()
      let isLarge = [left, right].map { mergers.size(of: $0) >= minSize }
      for (child, isLargeOne) in zip([left, right], isLarge) {
        if isLarge == [true, true] {
          let size = Double(mergers.size(of: child))
          stabilities[cluster] += size * (depth - births[cluster])
          parents.append(cluster)
          births.append(depth)
          stabilities.append(0)
          deaths.append(depth)
          deaths[cluster] = max(deaths[cluster], depth)
          waiting.append((child, parents.count - 1))
        } else if isLargeOne {
          waiting.append((child, cluster))
        } else {
          leave(child, cluster, mergers, depth: depth)
        }
      }
    }
  }

  /// Notes that all points of a group leave a cluster.
  private mutating func leave(
    _ node: Int, _ cluster: Int, _ mergers: borrowing Mergers, depth: Double
  ) {
    var waiting = [node]
    while let node = waiting.popLast() {
      if node >= clusters.count {
        let (left, right) = mergers.children(of: node)
        waiting += [left, right]
      } else {
        clusters[node] = cluster
        depths[node] = depth
        stabilities[cluster] += depth - births[cluster]
        deaths[cluster] = max(deaths[cluster], depth)
      }
    }
  }

  /// For each cluster the one chosen that it is or lies in; nil if there is none.
  func chosen() -> [Int?] {
    var totals = stabilities
    var below = [Double](repeating: 0, count: parents.count)
    var isChosen = [Bool](repeating: false, count: parents.count)
    // Children come after their parents.
    for cluster in parents.indices.reversed() where cluster > 0 {
      isChosen[cluster] = stabilities[cluster] >= below[cluster]
      totals[cluster] = max(stabilities[cluster], below[cluster])
      below[parents[cluster]] += totals[cluster]
    }
    var chosen = [Int?](repeating: nil, count: parents.count)
    for cluster in parents.indices where cluster > 0 {
      chosen[cluster] = chosen[parents[cluster]] ?? (isChosen[cluster] ? cluster : nil)
    }
    return chosen
  }
}

/// The mergers of points and groups along edges of rising length.
///
/// Groups are numbered after points.
private struct Mergers {
  private let count: Int
  private var nodes: [(left: Int32, right: Int32, size: Int32, squared: Double)] = []
  /// The groups that are left.
  private(set) var roots: [Int] = []

  init(_ edges: [ReachabilityTree.Edge], count: Int) {
    self.count = count
    var sets = DisjointSets(count: count)
    // The group of each set, by the point that stands for it.
    var groups = (0..<count).map { Int32($0) }
    nodes.reserveCapacity(edges.count)
    for edge in edges {
      let (one, other) = (sets.root(edge.from), sets.root(edge.to))
      let (left, right) = (groups[Int(one)], groups[Int(other)])
      let size = Int32(self.size(of: Int(left)) + self.size(of: Int(right)))
      sets.join(one, other)
      groups[Int(sets.root(one))] = Int32(count + nodes.count)
      nodes.append((left, right, size, edge.squared))
    }
    for point in groups.indices where sets.root(Int32(point)) == point {
      roots.append(Int(groups[point]))
    }
  }

  func size(of node: Int) -> Int { node < count ? 1 : Int(nodes[node - count].size) }

  func squared(of node: Int) -> Double { nodes[node - count].squared }

  func children(of node: Int) -> (left: Int, right: Int) {
    (Int(nodes[node - count].left), Int(nodes[node - count].right))
  }
}
