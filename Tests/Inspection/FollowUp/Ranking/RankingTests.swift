import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct RankingTests {
  private func unit(_ key: String, points: Double, expected: Double) -> UnitWork {
    var work = UnitWork(key: key)
    work.visits = 50
    work.problems = points
    work.points = points
    work.expected = expected
    work.teamDays = 5
    work.drivingMinutes = 300
    return work
  }

  private func ranking(_ work: [UnitWork], top: Int = 3) -> Ranking {
    Ranking(
      work, history: work, spread: 1, top: top, serviceMinutes: 30, rules: RankingRules())
  }

  @Test func `a small lucky team does not lead, nor does easy ground`() {
    let ranking = ranking([
      unit("lucky", points: 3, expected: 0.8), unit("steady", points: 30, expected: 14),
      unit("easy", points: 32, expected: 33), unit("hard", points: 5, expected: 5),
      unit("poor", points: 4, expected: 15), unit("mean", points: 10, expected: 10),
    ])
    #expect(ranking.units.map(\.key).prefix(2) == ["steady", "lucky"])
    #expect(ranking.units.last?.key == "poor")
    let lucky = ranking.units[1]
    #expect(lucky.ratio > ranking.units[0].ratio && lucky.shrunk < ranking.units[0].shrunk)
    #expect(lucky.interval.contains(1))
    for unit in ranking.units { #expect(unit.interval.contains(unit.shrunk)) }
  }

  @Test func `chances of being among the best add up to their number`() {
    let ranking = ranking(
      (0..<12).map { unit("T\($0)", points: Double($0 % 5 * 3), expected: 4 + Double($0)) }, top: 4)
    let sum = ranking.units.reduce(0) { $0 + $1.topChance }
    #expect(abs(sum - 4) < 0.01)
    #expect(ranking.units.allSatisfy { (0...1).contains($0.topChance) })
  }

  @Test func `the chance of being among the best is that of plain draws`() {
    let posteriors = [(4.0, 3.0), (9, 8), (2, 2.5), (30, 20), (5, 7)].map {
      GammaDistribution(shape: $0.0, rate: $0.1)
    }
    let shifts = [0.1, 0.0, 0.2, 0.05, 0.3]
    let chances = TopChance(posteriors: posteriors, weight: 0.8, shifts: shifts, top: 2).chances
    var random = DemoRandom(seed: 3, stream: "test")
    var counts = [Int](repeating: 0, count: 5)
    for _ in 0..<4000 {
      let scores = posteriors.indices.map {
        0.8 * posteriors[$0].quantile(random.unit()) + shifts[$0]
      }
      for unit in scores.indices.sorted(by: { scores[$0] > scores[$1] }).prefix(2) {
        counts[unit] += 1
      }
    }
    for (chance, count) in zip(chances, counts) {
      #expect(abs(chance - Double(count) / 4000) < 0.03)
    }
  }

  @Test func `equal scores share a rank, and an order without differences is by key`() {
    let ranking = ranking([
      unit("b", points: 5, expected: 5), unit("a", points: 5, expected: 5),
      unit("c", points: 5, expected: 5),
    ])
    #expect(ranking.units.map(\.key) == ["a", "b", "c"] && ranking.units.map(\.rank) == [1, 1, 1])
    #expect(!ranking.differs && ranking.best.count == 3)
  }

  @Test func `without problems nothing is ranked by luck`() {
    let ranking = ranking([unit("a", points: 0, expected: 5), unit("b", points: 0, expected: 9)])
    #expect(ranking.fit == nil && ranking.units.map(\.rank) == [1, 1])
    #expect(ranking.units.allSatisfy { $0.topChance.isNaN })
  }

  @Test func `a visit that drives far counts for more`() {
    var near = unit("near", points: 5, expected: 5)
    var far = unit("far", points: 5, expected: 5)
    near.visits = 60
    near.drivingMinutes = 100
    far.visits = 40
    far.drivingMinutes = 700
    let units = ranking([near, far]).units
    #expect(units.map(\.key) == ["near", "far"] || abs(units[0].tasks - units[1].tasks) < 0.03)
    #expect(units.first { $0.key == "far" }.map { $0.drivingShare > 0.3 } == true)
  }
}
