/// Sets that are only ever joined; the lower number stands for a set.
struct DisjointSets {
  private var parents: [Int32]

  /// So many sets of one.
  init(count: Int) {
    parents = (0..<count).map { Int32(truncatingIfNeeded: $0) }
  }

  /// The member that stands for a member's set.
  mutating func root(_ member: Int) -> Int {
    var member = member
    while Int(parents[member]) != member {
      parents[member] = parents[Int(parents[member])]
      member = Int(parents[member])
    }
    return member
  }

  /// Makes one set of two.
  mutating func join(_ one: Int, _ other: Int) {
    let (one, other) = (root(one), root(other))
    if one < other {
      parents[other] = Int32(truncatingIfNeeded: one)
    } else {
      parents[one] = Int32(truncatingIfNeeded: other)
    }
  }
}
