extension PointIndex {
  /// Whether any position lies within a radius, its border included, of any of another index.
  ///
  /// Descends both trees together, so that crowds just out of reach of each other cost about as much
  /// as their facing borders are long.
  func isWithin(_ radius: Double, of other: PointIndex) -> Bool {
    guard !nodes.isEmpty, !other.nodes.isEmpty, radius >= 0 else { return false }
    return meets(
      nodes.count - 1, levels.count - 1, other, other.nodes.count - 1, other.levels.count - 1,
      radius * radius)
  }

  private func meets(
    _ node: Int, _ level: Int, _ other: PointIndex, _ otherNode: Int, _ otherLevel: Int,
    _ limit: Double
  ) -> Bool {
    guard nodes[node].squaredDistance(to: other.nodes[otherNode]) <= limit else { return false }
    if level == 0, otherLevel == 0 {
      return children(of: node, level: 0).contains { point in
        let (x, y) = (xs[point], ys[point])
        guard other.nodes[otherNode].squaredDistance(x, y) <= limit else { return false }
        return other.children(of: otherNode, level: 0).contains { place in
          let dx = other.xs[place] - x
          let dy = other.ys[place] - y
          return dx * dx + dy * dy <= limit
        }
      }
    }
    if level >= otherLevel {
      return children(of: node, level: level).contains {
        meets($0, level - 1, other, otherNode, otherLevel, limit)
      }
    }
    return other.children(of: otherNode, level: otherLevel).contains {
      meets(node, level, other, $0, otherLevel - 1, limit)
    }
  }
}

extension PointIndex.Node {
  /// Squared distance between two rectangles; 0 where they meet.
  @inline(__always)
  func squaredDistance(to other: Self) -> Double {
    let dx = max(0, max(minX - other.maxX, other.minX - maxX))
    let dy = max(0, max(minY - other.maxY, other.minY - maxY))
    return dx * dx + dy * dy
  }
}
