import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct JudgedVisitsTests {
  private func judged(
    _ outcomes: [(team: String, outcome: String)], problems: [FoundProblem] = [],
    proofs: [String: Bool] = [:]
  ) throws -> JudgedVisits {
    var mini = MiniCampaign()
    let day = CalendarDate(daysSince1970: 17_875)
    mini.facts.visits = outcomes.enumerated().map { number, entry in
      Visit(
        id: "V\(number)", siteID: mini.facts.sites[number].id, teamID: entry.team, round: 13,
        visitedAt: Moment(day, hour: 9 + number), outcome: entry.outcome,
        knownAt: Moment(day, hour: 20))
    }
    let worked = try WorkedVisits(mini.snapshot(asOf: Moment(day + 9)), bases: [:])
    return JudgedVisits(
      worked, problems: problems, chances: ["V0": 0.3], proofs: proofs, rules: RankingRules())
  }

  private func problem(_ visit: Int, _ severity: String?, state: String? = nil) -> FoundProblem {
    FoundProblem(
      id: "P\(visit)-\(severity ?? "")", visitID: "V\(visit)", severity: severity, state: state,
      knownAt: Moment(CalendarDate(daysSince1970: 17_875)))
  }

  @Test func `severity, what was sent back and missing proof make the points`() throws {
    let visits = try judged(
      [("T1", "problem"), ("T1", "problem"), ("T2", "problem"), ("T2", "none")],
      problems: [
        problem(0, "serious"), problem(0, "minor"), problem(1, "general", state: "returned"),
        problem(2, nil),
      ], proofs: ["V2": false, "V0": true]
    ).all
    #expect(visits.map(\.points) == [2.5, 0, 0.8, 0])
    #expect(visits.map(\.problems) == [2, 1, 1, 0])
    #expect(visits.map(\.serious) == [1, 0, 0, 0] && visits.map(\.returned) == [0, 1, 0, 0])
    #expect(visits.map(\.chance) == [0.3, nil, nil, nil])
  }

  @Test func `a find without a record is one of unknown severity`() throws {
    #expect(try judged([("T1", "problem")]).all.map(\.points) == [1])
  }

  @Test func `work without a team is nobody's, refused visits could find nothing`() throws {
    let visits = try judged([("", "problem"), ("T1", "refused")])
    #expect(visits.withoutTeam == 1 && visits.all.map(\.id) == ["V1"])
    #expect(visits.all.map(\.couldFind) == [false])
  }
}
