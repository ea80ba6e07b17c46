/// Clusters of points of any density, by how long they last when the radius of DBSCAN shrinks.
///
/// Of all the clusters that DBSCAN with `minPoints` finds for any radius, those that do not overlap
/// and have the most excess of mass are taken; groups below `minSize` are fallen-off points, not
/// clusters. Source: Campello, Moulavi and Sander 2013, Density-based clustering based on
/// hierarchical density estimates. Never one cluster of everything, as in scikit-learn.
public struct HDBSCAN: Sendable, Hashable {
  /// How many points, itself included, lie within a point's core distance.
  public let minPoints: Int
  /// How many points make a cluster.
  public let minSize: Int

  /// What became of each point, in the order given.
  public struct Result: Sendable, Hashable {
    /// The cluster of each point from 0, by the first point of each; -1 is noise.
    public let labels: [Int32]
    /// How deep in its cluster each is, from 0 to 1; 0 for noise.
    public let memberships: [Double]
    /// How many clusters there are.
    public let clusterCount: Int

    /// How many points are in none.
    public var noiseCount: Int { labels.count { $0 < 0 } }
  }

  /// Names both numbers; clusters have at least two points.
  ///
  /// - Precondition: both are positive.
  public init(minPoints: Int, minSize: Int) {
    precondition(minPoints > 0 && minSize > 0)
    self.minPoints = minPoints
    self.minSize = max(2, minSize)
  }

  /// Clusters positions given as two columns of the same length (the shorter one counts).
  ///
  /// Positions that are not finite are noise; fewer points than `minPoints` are all noise. About
  /// O(n log^2 n), 150 bytes a point; one thread.
  public func clusters(xs: [Double], ys: [Double]) -> Result {
    let index = PointIndex(xs: xs, ys: ys)
    let count = min(xs.count, ys.count)
    var labels = [Int32](repeating: -1, count: count)
    var memberships = [Double](repeating: 0, count: count)
    guard index.count >= max(minPoints, minSize) else {
      return Result(labels: labels, memberships: memberships, clusterCount: 0)
    }
    let edges = ReachabilityTree(index, minPoints: minPoints).edges()
    let tree = CondensedTree(edges, count: index.count, minSize: minSize)
    let chosen = tree.chosen()
    var numbers: [Int: Int32] = [:]
    let places = index.ids.indices.sorted { index.ids[$0] < index.ids[$1] }
    for place in places {
      guard let cluster = chosen[tree.clusters[place]] else { continue }
      let number = numbers[cluster] ?? Int32(numbers.count)
      numbers[cluster] = number
      labels[Int(index.ids[place])] = number
    }
    for place in places {
      guard let cluster = chosen[tree.clusters[place]] else { continue }
      let most = tree.deaths[cluster]
      memberships[Int(index.ids[place])] = most > 0 ? min(1, tree.depths[place] / most) : 1
    }
    return Result(labels: labels, memberships: memberships, clusterCount: numbers.count)
  }
}
