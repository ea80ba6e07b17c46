/// Which of many numbered things hang together, by joining them pair by pair.
struct DisjointSets {
  private var parents: [Int32]

  /// Each thing by itself.
  init(count: Int) {
    parents = (0..<count).map { Int32(truncatingIfNeeded: $0) }
  }

  /// The thing that stands for all that hang together with one; nearly O(1).
  mutating func root(_ thing: Int32) -> Int32 {
    var thing = thing
    while parents[Int(thing)] != thing {
      parents[Int(thing)] = parents[Int(parents[Int(thing)])]
      thing = parents[Int(thing)]
    }
    return thing
  }

  /// Joins two things and what hangs together with them; the lower number stands for them.
  mutating func join(_ one: Int32, _ other: Int32) {
    let (a, b) = (root(one), root(other))
    if a != b { parents[Int(max(a, b))] = min(a, b) }
  }
}
