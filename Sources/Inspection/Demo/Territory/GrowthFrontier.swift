/// The quads that regions may take next, nearest first (a binary heap).
///
/// Equal keys are ordered by quad and region, so that growth never depends on chance.
struct GrowthFrontier {
  /// A region's wish to take a quad.
  struct Claim {
    var key: Double
    var quad: Int32
    var region: Int32

    static func precedes(_ left: Claim, _ right: Claim) -> Bool {
      if left.key != right.key { return left.key < right.key }
      return (left.quad, left.region) < (right.quad, right.region)
    }
  }

  private var claims: [Claim] = []

  var isEmpty: Bool { claims.isEmpty }

  mutating func insert(_ claim: Claim) {
    claims.append(claim)
    var child = claims.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard Claim.precedes(claim, claims[parent]) else { break }
      claims[child] = claims[parent]
      child = parent
    }
    claims[child] = claim
  }

  mutating func popFirst() -> Claim? {
    guard let first = claims.first, let last = claims.popLast() else { return nil }
    guard !claims.isEmpty else { return first }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < claims.count else { break }
      if child + 1 < claims.count, Claim.precedes(claims[child + 1], claims[child]) { child += 1 }
      guard Claim.precedes(claims[child], last) else { break }
      claims[parent] = claims[child]
      parent = child
    }
    claims[parent] = last
    return first
  }
}
