/// Gives things to places that hold several, at the least total cost.
///
/// Successive shortest paths (Ford and Fulkerson 1962) on a graph that has the places alone for
/// nodes, since there are few: what moving one thing on from a place to another costs is kept. Exact;
/// O(n p (p^2 + capacity)) for n things and p places.
struct CapacityAssignment {
  /// The place of each thing; -1 for those left over.
  private(set) var place: [Int]
  /// What it costs in all.
  private(set) var cost = 0

  /// A cost that is never paid.
  static let forbidden = Int.max / 8

  private let costs: [Int]
  private let count: Int
  private var things: [[Int]]
  private var moves: [Int]
  private var mover: [Int]

  /// Fills the places as far as they go round.
  ///
  /// - Parameters:
  ///   - costs: row by row the cost of each thing in each place.
  ///   - capacities: how many things each place holds.
  ///   - limit: how many are given out at most.
  init(costs: [Int], capacities: [Int], limit: Int = .max) {
    self.costs = costs
    count = capacities.count
    let total = count == 0 ? 0 : costs.count / count
    place = [Int](repeating: -1, count: total)
    things = [[Int]](repeating: [], count: count)
    moves = [Int](repeating: Self.forbidden, count: count * count)
    mover = [Int](repeating: -1, count: count * count)
    let order = (0..<count).map { place in
      (0..<total).filter { costs[$0 * capacities.count + place] < Self.forbidden }.sorted {
        let (a, b) = (costs[$0 * capacities.count + place], costs[$1 * capacities.count + place])
        return (a, $0) < (b, $1)
      }
    }
    var next = [Int](repeating: 0, count: count)
    for _ in 0..<min(limit, capacities.reduce(0, +)) {
      guard addOne(order, &next, capacities) else { break }
    }
  }

  /// Brings in one more thing along the shortest path; false if there is none.
  private mutating func addOne(
    _ order: [[Int]], _ next: inout [Int], _ capacities: [Int]
  ) -> Bool {
    var distance = [Int](repeating: Self.forbidden, count: count)
    var before = [Int](repeating: -1, count: count)
    for place in 0..<count {
      while next[place] < order[place].count, self.place[order[place][next[place]]] >= 0 {
        next[place] += 1
      }
      guard next[place] < order[place].count else { continue }
      distance[place] = costs[order[place][next[place]] * count + place]
    }
    relax(&distance, &before)
    let open = (0..<count).filter { things[$0].count < capacities[$0] }
    guard let end = open.min(by: { (distance[$0], $0) < (distance[$1], $1) }),
      distance[end] < Self.forbidden
    else { return false }
    cost += distance[end]
    var here = end
    var touched = [end]
    while before[here] >= 0 {
      let from = before[here]
      let thing = mover[from * count + here]
      things[from].removeAll { $0 == thing }
      things[here].append(thing)
      place[thing] = here
      here = from
      touched.append(from)
    }
    let thing = order[here][next[here]]
    things[here].append(thing)
    place[thing] = here
    for place in touched { update(place) }
    return true
  }

  /// Bellman and Ford: moves can be gains, circles of gains there are none.
  private func relax(_ distance: inout [Int], _ before: inout [Int]) {
    for _ in 0..<count {
      var hasChanged = false
      for from in 0..<count where distance[from] < Self.forbidden {
        for to in 0..<count where moves[from * count + to] < Self.forbidden {
          let length = distance[from] + moves[from * count + to]
          if length < distance[to] {
            (distance[to], before[to], hasChanged) = (length, from, true)
          }
        }
      }
      if !hasChanged { return }
    }
  }

  /// What moving the best thing on from a place costs.
  private mutating func update(_ from: Int) {
    for to in 0..<count where to != from {
      var best = Self.forbidden
      var which = -1
      for thing in things[from] {
        let there = costs[thing * count + to]
        guard there < Self.forbidden else { continue }
        let length = there - costs[thing * count + from]
        if length < best || length == best && thing < which { (best, which) = (length, thing) }
      }
      moves[from * count + to] = best
      mover[from * count + to] = which
    }
  }
}
