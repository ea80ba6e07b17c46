import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct TourTeamsTests {
  private func snapshot(_ teams: [(id: String, kind: String, visits: Int, hits: Int)]) throws
    -> Snapshot
  {
    var mini = MiniCampaign(sites: 8)
    for site in mini.facts.sites.indices where site % 2 == 1 {
      mini.facts.sites[site].kind = "kiln"
    }
    let base = mini.facts.teams[0]
    mini.facts.teams = teams.map { team in
      var record = base
      record.id = team.id
      return record
    }
    for team in teams {
      let site = mini.facts.sites[team.kind == "kiln" ? 1 : 0].id
      for number in 0..<team.visits {
        mini.facts.visits.append(
          Visit(
            id: "\(team.id)-\(number)", siteID: site, teamID: team.id, round: 13,
            visitedAt: MiniCampaign.known, outcome: number < team.hits ? "problem" : "none",
            knownAt: MiniCampaign.known))
      }
    }
    return try mini.snapshot()
  }

  @Test func `the best by what they found over what was to expect`() throws {
    let snapshot = try snapshot([
      ("A", "firm", 100, 2), ("B", "firm", 100, 18), ("C", "kiln", 100, 30),
      ("D", "kiln", 100, 50), ("E", "firm", 0, 0),
    ])
    let names = snapshot.facts.teams.map(\.id)
    // D's kilns are easy ground: it found 50 where 40 were to expect, B 18 where 10 were.
    #expect(try TourTeams.best(5, of: snapshot).map { names[$0] } == ["B", "D", "C", "A"])
    #expect(try TourTeams.best(1, of: snapshot).map { names[$0] } == ["B"])
  }

  @Test func `a few lucky visits do not lead`() throws {
    let snapshot = try snapshot([
      ("A", "firm", 200, 30), ("B", "firm", 2, 2), ("C", "firm", 200, 10),
    ])
    #expect(try TourTeams.best(1, of: snapshot) == [0])
  }
}
