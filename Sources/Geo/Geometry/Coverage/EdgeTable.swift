/// Straight lines between numbered nodes, each once, with the areas that crossing it enters or
/// leaves.
struct EdgeTable {
  /// A line; `low` is the lower of its nodes' numbers.
  struct Edge: BitwiseCopyable {
    var low: Int32
    var high: Int32
    /// The number of the set of areas that begin or end here; 0 where none does.
    var areas: Int32
    /// True until it has been compared with all others.
    var isNew: Bool
  }

  /// The lines, in the order of their coming.
  private(set) var edges: [Edge] = []
  /// The sets that lines name.
  var sets = AreaSets()
  private var places: [UInt64: Int32] = [:]

  init(capacity: Int) {
    edges.reserveCapacity(capacity)
    places.reserveCapacity(capacity)
  }

  /// Adds a line: areas that had it already lose it, as crossing it twice changes nothing.
  ///
  /// Returns true if one of them had it.
  @discardableResult
  mutating func toggle(_ a: Int32, _ b: Int32, areas: Int32) -> Bool {
    guard a != b else { return false }
    let key = Self.key(a, b)
    if let place = places[key] {
      let before = edges[Int(place)].areas
      let after = sets.difference(before, areas)
      edges[Int(place)].areas = after
      // One that had been cut comes again.
      if before == 0 { edges[Int(place)].isNew = true }
      let sum = sets.members[Int(before)].count + sets.members[Int(areas)].count
      return sets.members[Int(after)].count < sum
    }
    places[key] = Int32(truncatingIfNeeded: edges.count)
    edges.append(Edge(low: min(a, b), high: max(a, b), areas: areas, isNew: true))
    return false
  }

  /// Takes all areas from a line, which `removeEmpty` then removes; gives them back.
  mutating func empty(_ place: Int) -> Int32 {
    let areas = edges[place].areas
    edges[place].areas = 0
    return areas
  }

  /// Marks all lines as compared with each other.
  mutating func settle() {
    for place in edges.indices { edges[place].isNew = false }
  }

  /// Removes lines without areas; O(lines).
  mutating func removeEmpty() {
    guard edges.contains(where: { $0.areas == 0 }) else { return }
    edges.removeAll { $0.areas == 0 }
    places.removeAll(keepingCapacity: true)
    for (place, edge) in edges.enumerated() {
      places[Self.key(edge.low, edge.high)] = Int32(truncatingIfNeeded: place)
    }
  }

  private static func key(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: min(a, b))) << 32 | UInt64(UInt32(bitPattern: max(a, b)))
  }
}
