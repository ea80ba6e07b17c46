/// Neighbours among many positions in a plane, in metres or any other unit that is the same in both
/// directions.
///
/// A packed tree of rectangles over the positions in Hilbert order, so clusters and any number of
/// equal positions cost nothing extra. Built in O(n); 26 bytes a position. Distances are
/// straight-line; positions that are not finite are never found.
public struct PointIndex: Sendable {
  /// Positions in a leaf, and children of a node.
  static let fanout = 16

  /// The positions in tree order, and where each stood in the input.
  let xs: [Double]
  let ys: [Double]
  let ids: [Int32]
  /// The nodes, level after level from the leaves up; the root is last.
  let nodes: [Node]
  /// Where each level of `nodes` begins, leaves first.
  let levels: [Int]

  /// A rectangle around the positions below, and the lowest of their numbers.
  struct Node: Sendable {
    var minX = Double.infinity
    var minY = Double.infinity
    var maxX = -Double.infinity
    var maxY = -Double.infinity
    var firstID = Int32.max

    /// Squared distance from a position to the rectangle; 0 inside.
    @inline(__always)
    func squaredDistance(_ x: Double, _ y: Double) -> Double {
      let dx = max(0, max(minX - x, x - maxX))
      let dy = max(0, max(minY - y, y - maxY))
      return dx * dx + dy * dy
    }
  }

  /// How many positions can be found.
  public var count: Int { ids.count }

  /// Indexes positions given as two columns of the same length (the shorter one counts).
  public init(xs: [Double], ys: [Double]) {
    let order = HilbertOrder.order(xs: xs, ys: ys)
    self.ids = order
    self.xs = order.map { xs[Int($0)] }
    self.ys = order.map { ys[Int($0)] }
    (nodes, levels) = Self.pack(xs: self.xs, ys: self.ys, ids: order)
  }

  private static func pack(
    xs: [Double], ys: [Double], ids: [Int32]
  ) -> (nodes: [Node], levels: [Int]) {
    var nodes: [Node] = []
    var levels = [0]
    for start in stride(from: 0, to: ids.count, by: fanout) {
      var node = Node()
      for index in start..<min(start + fanout, ids.count) {
        node.minX = min(node.minX, xs[index])
        node.minY = min(node.minY, ys[index])
        node.maxX = max(node.maxX, xs[index])
        node.maxY = max(node.maxY, ys[index])
        node.firstID = min(node.firstID, ids[index])
      }
      nodes.append(node)
    }
    while let level = levels.last, nodes.count - level > 1 {
      let end = nodes.count
      levels.append(end)
      for start in stride(from: level, to: end, by: fanout) {
        var node = Node()
        for child in nodes[start..<min(start + fanout, end)] {
          node.minX = min(node.minX, child.minX)
          node.minY = min(node.minY, child.minY)
          node.maxX = max(node.maxX, child.maxX)
          node.maxY = max(node.maxY, child.maxY)
          node.firstID = min(node.firstID, child.firstID)
        }
        nodes.append(node)
      }
    }
    return (nodes, levels)
  }

  /// The children of a node: positions below level 0, nodes of the level below otherwise.
  @inline(__always)
  func children(of node: Int, level: Int) -> Range<Int> {
    let start = (node - levels[level]) * Self.fanout
    if level == 0 { return start..<min(start + Self.fanout, ids.count) }
    let base = levels[level - 1]
    return base + start..<min(base + start + Self.fanout, levels[level])
  }
}
