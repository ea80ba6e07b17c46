import Routing
import Testing

@testable import Inspection

@Suite struct CapacityAssignmentTests {
  /// The least cost of giving out as much as possible, by trying everything.
  private func best(
    _ costs: [Int], _ capacities: [Int]
  ) -> (given: Int, cost: Int) {
    let things = costs.count / capacities.count
    var best = (given: -1, cost: 0)
    func go(_ thing: Int, _ left: [Int], _ given: Int, _ cost: Int) {
      guard thing < things else {
        if given > best.given || given == best.given && cost < best.cost { best = (given, cost) }
        return
      }
      go(thing + 1, left, given, cost)
      for place in capacities.indices where left[place] > 0 {
        let own = costs[thing * capacities.count + place]
        guard own < CapacityAssignment.forbidden else { continue }
        var left = left
        left[place] -= 1
        go(thing + 1, left, given + 1, cost + own)
      }
    }
    go(0, capacities, 0, 0)
    return best
  }

  @Test func `it is the best of all ways, on small random cases`() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let places = Int.random(in: 1...3, using: &random)
      let things = Int.random(in: 1...6, using: &random)
      let capacities = (0..<places).map { _ in Int.random(in: 0...3, using: &random) }
      let costs = (0..<things * places).map { _ in
        Int.random(in: 0...9, using: &random) == 0
          ? CapacityAssignment.forbidden : Int.random(in: 0...20, using: &random)
      }
      let found = CapacityAssignment(costs: costs, capacities: capacities)
      let wanted = best(costs, capacities)
      #expect(found.place.count { $0 >= 0 } == wanted.given)
      #expect(found.cost == wanted.cost)
      let told = found.place.enumerated().reduce(0) { sum, item in
        item.element < 0 ? sum : sum + costs[item.offset * places + item.element]
      }
      #expect(told == found.cost)
      for place in capacities.indices {
        #expect(found.place.count { $0 == place } <= capacities[place])
      }
    }
  }
}
