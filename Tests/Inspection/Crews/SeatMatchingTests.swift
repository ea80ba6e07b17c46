import Routing
import Testing

@testable import Inspection

@Suite struct SeatMatchingTests {
  /// Rounds with few people, so that seats stay empty in many ways.
  ///
  /// With `home` some people are of an inspected province: then filling a seat may cost a leader.
  private func problem(
    _ random: inout SplitMix64, home: Bool = false
  ) -> CrewRoundProblem {
    var fixture = CrewFixture()
    fixture.addTeams(Int.random(in: 1...3, using: &random), in: "130100")
    fixture.addTeams(1, in: "610100")
    let away = [("江苏", "南京"), ("广东", "广州")]
    for (province, city) in away + (home ? [("河北", "保定"), ("陕西", "西安")] : []) {
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

  @Test(arguments: [false, true])
  func `as many seats are filled as a flow allows, the first kinds first, and it is proven`(
    home: Bool
  ) {
    var random = SplitMix64(seed: 11)
    var shortages = 0
    for _ in 0..<150 {
      let problem = problem(&random, home: home)
      var arrangement = CrewArrangement(problem)
      SeatMatching(problem).fill(&arrangement)
      let proof = CrewProof(arrangement)
      for (kind, strict) in [
        (CrewSeat.Kind.centreLeader, true), (.leader, true), (.open, false),
      ] {
        let seats = problem.seats.count { $0.kind.rawValue <= kind.rawValue }
        let most = ClassFlow([problem], upTo: kind, strict: strict).value
        let filled = seats - proof.missing(upTo: kind, strict: strict)
        #expect(filled <= most)
        // A seat filled matters more than a leader's experience: there the two can be at odds.
        if home, kind == .leader, filled < most { continue }
        #expect(filled == most, "\(kind)")
        let found = SeatMatching(problem).shortage(upTo: kind, strict: strict, in: arrangement)
        guard most < seats else {
          #expect(found == nil)
          continue
        }
        shortages += 1
        #expect((found?.seats.count ?? 0) - (found?.people.count ?? 0) == seats - most)
      }
      guard !home else { continue }
      for shortage in proof.shortages() { #expect(shortage.missing == shortage.proven) }
    }
    #expect(shortages > 50)
  }

  @Test func `the cost that is kept up to date is the cost counted anew`() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<30 {
      let problem = problem(&random, home: true)
      var arrangement = CrewArrangement(problem)
      SeatMatching(problem).fill(&arrangement)
      CrewAnnealing(problem, seed: 3).improve(&arrangement)
      _ = CrewSearch(problem).improve(&arrangement)
      var again = CrewArrangement(problem)
      for (seat, person) in arrangement.personOfSeat.enumerated() where person >= 0 {
        again.put(person, into: seat)
      }
      #expect(again.cost == arrangement.cost)
    }
  }
}
