import Routing
import Testing

@testable import Inspection

@Suite struct SeatMatchingTests {
  /// Rounds with few people, so that seats stay empty in many ways.
  private func problem(_ random: inout SplitMix64) -> CrewRoundProblem {
    var fixture = CrewFixture()
    fixture.addTeams(Int.random(in: 1...3, using: &random), in: "130100")
    fixture.addTeams(1, in: "610100")
    // Two of the three provinces inspect somebody's own ground.
    for (province, city) in [("江苏", "南京"), ("广东", "广州"), ("河北", "保定"), ("陕西", "西安")] {
      let count = Int.random(in: 0...4, using: &random)
      fixture.addPeople(
        count, from: province, city, leaders: Int.random(in: 0...max(1, count), using: &random),
        ranked: Int.random(in: 0...max(1, count / 2), using: &random))
    }
    var rules = fixture.rules
    rules.barredProvinces = []
    return CrewRoundProblem(
      round: 5, teams: CrewTeam.all(fixture.teams, inRound: 5), people: fixture.candidates,
      history: CrewHistory([]), experiencedBefore: 5, shares: [:], sent: [:], rules: rules, seed: 1)
  }

  @Test func `as many seats are filled as a flow allows, the first kinds first, and it is proven`()
  {
    var random = SplitMix64(seed: 11)
    var shortages = 0
    for _ in 0..<150 {
      let problem = problem(&random)
      var arrangement = CrewArrangement(problem)
      SeatMatching(problem).fill(&arrangement)
      let proof = CrewProof(arrangement)
      for (kind, strict) in [
        (CrewSeat.Kind.centreLeader, true), (.leader, true), (.open, false),
      ] {
        let seats = problem.seats.count { $0.kind.rawValue <= kind.rawValue }
        let most = ClassFlow([problem], upTo: kind, strict: strict).value
        #expect(seats - proof.missing(upTo: kind, strict: strict) == most, "\(kind)")
        let found = SeatMatching(problem).shortage(upTo: kind, strict: strict, in: arrangement)
        guard most < seats else {
          #expect(found == nil)
          continue
        }
        shortages += 1
        #expect((found?.seats.count ?? 0) - (found?.people.count ?? 0) == seats - most)
      }
      for shortage in proof.shortages() { #expect(shortage.missing == shortage.proven) }
    }
    #expect(shortages > 50)
  }

  @Test func `the cost that is kept up to date is the cost counted anew`() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<30 {
      let problem = problem(&random)
      var arrangement = CrewArrangement(problem)
      SeatMatching(problem).fill(&arrangement)
      _ = CrewSearch(problem).improve(&arrangement)
      var again = CrewArrangement(problem)
      for (seat, person) in arrangement.personOfSeat.enumerated() where person >= 0 {
        again.put(person, into: seat)
      }
      #expect(again.cost == arrangement.cost)
    }
  }
}
