import Testing

@testable import Routing

@Suite struct ThinningTests {
  private func problem(_ count: Int) throws -> OrienteeringProblem {
    var random = RandomProblem(4)
    var sites: [OrienteeringProblem.Site] = []
    for site in 0..<count {
      let prize = site == 17 ? 0 : 1 + random.below(1000)
      sites.append(.init(prize: Int64(prize), group: Int32(site % 10), required: site == 17))
    }
    let travel = try TravelTimes(
      xs: (0...count).map { _ in Double(random.below(10_000)) },
      ys: (0...count).map { _ in Double(random.below(10_000)) }, secondsPerUnit: 1)
    return try OrienteeringProblem(
      sites: sites, shifts: [.init(start: count, end: count, maxVisits: 8, maxDuration: 36000)],
      groupMinimum: [Int](repeating: 1, count: 10), travel: travel)
  }

  @Test func `of many thousand sites the required, the near and the best are kept`() throws {
    let count = 6000
    let problem = try problem(count)
    let kept = Thinning(problem).most(of: Array(0..<count))
    #expect(kept.count == Thinning.most)
    #expect(kept == kept.sorted() && kept.contains(17))
    let nearest = (0..<count).min {
      problem.travel.seconds(from: count, to: $0) < problem.travel.seconds(from: count, to: $1)
    }
    #expect(kept.contains(try #require(nearest)))
    let most = problem.sites.map(\.prize).max()
    #expect(kept.contains { problem.sites[$0].prize == most })
  }

  @Test func `few sites are all kept`() throws {
    #expect(try Thinning(problem(30)).most(of: [3, 5, 29]) == [3, 5, 29])
  }
}
