import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct CoverageFiguresTests {
  private static let morning = Moment(CalendarDate(daysSince1970: 17_889), hour: 9)  // 2018-12-24

  private func visit(
    _ id: String, _ site: String, round: Int, day: Int, hit: Bool = false
  ) -> Visit {
    let at = Moment(CalendarDate(daysSince1970: 17_840 + day), hour: 10)
    return Visit(
      id: id, siteID: site, teamID: "T1", round: round, visitedAt: at,
      outcome: hit ? "problem" : "none", knownAt: at)
  }

  private func figures(
    _ mini: MiniCampaign, by kind: CoverageFigures.Kind, round: Int = 13
  ) throws -> CoverageFigures {
    try CoverageFigures(mini.snapshot(asOf: Self.morning), by: kind, inRound: round)
  }

  @Test func `townships, sites and visits of a round and ever`() throws {
    var mini = MiniCampaign()
    mini.facts.visits = [
      visit("a", "S100-0", round: 12, day: 20), visit("b", "S100-0", round: 13, day: 31, hit: true),
      visit("c", "S100-1", round: 13, day: 31), visit("d", "S103-4", round: 12, day: 21),
      visit("e", "S105-0", round: 14, day: 47),
    ]
    mini.facts.problems = [
      FoundProblem(id: "p1", visitID: "b", knownAt: MiniCampaign.known),
      FoundProblem(id: "p2", visitID: "b", knownAt: MiniCampaign.known),
    ]
    let city = try #require(try figures(mini, by: .city).parts.first)
    #expect(city.key == "130100" && city.townships == 12 && city.sites == 60)
    #expect(city.townshipsInRound == 1 && city.townshipsEver == 2)
    #expect(city.sitesInRound == 2 && city.sitesEver == 3)
    #expect(city.found == Proportion(1, of: 2) && city.problems == 2 && city.visitsEver == 4)
    let rounds = try figures(mini, by: .round, round: 14).parts
    #expect(rounds.map(\.key) == ["12", "13", "14"])
    #expect(rounds.map(\.townshipsEver) == [2, 2, 3])
    #expect(rounds.map(\.sitesInRound) == [2, 2, 1])
    let townships = try figures(mini, by: .township)
    #expect(townships.parts.count == 12 && townships.parts.allSatisfy { $0.townships == 1 })
    #expect(townships.parts[0].sitesInRound == 2 && townships.parts[3].sitesEver == 1)
  }

  @Test func `a topic is the site's own, its ledger's or its kind's, or the problem's`() throws {
    var mini = MiniCampaign()
    mini.facts.sites[0].topics = ["industry", "staggered"]
    mini.facts.sites[1].ledger = nil
    mini.facts.visits = [
      visit("a", "S100-0", round: 13, day: 31, hit: true), visit("b", "S100-1", round: 13, day: 31),
      visit("c", "S100-2", round: 13, day: 31, hit: true),
    ]
    mini.facts.problems = [
      FoundProblem(id: "p1", visitID: "a", topic: "dust", knownAt: MiniCampaign.known),
      FoundProblem(id: "p2", visitID: "c", knownAt: MiniCampaign.known),
    ]
    let parts = try figures(mini, by: .topic).parts
    #expect(parts.map(\.key) == ["scattered", "industry", "boilers", "dust", "staggered"])
    #expect(parts.map(\.sites) == [1, 2, 58, 0, 1])
    #expect(parts.map(\.sitesInRound) == [1, 2, 1, 0, 1])
    #expect(parts.map(\.problems) == [0, 0, 1, 1, 0])
    let ledgers = try figures(mini, by: .ledger).parts
    #expect(ledgers.map(\.key) == ["boilers", ""] && ledgers.map(\.sites) == [59, 1])
  }

  @Test func `sites and visits outside all townships are a part of their own`() throws {
    var mini = MiniCampaign()
    mini.facts.sites[7].position = Coordinate(118, 40)
    mini.facts.visits = [visit("a", mini.facts.sites[7].id, round: 13, day: 31)]
    let counties = try figures(mini, by: .county).parts
    #expect(counties.map(\.key) == ["130102", ""] && counties.map(\.sites) == [59, 1])
    #expect(counties[1].sitesInRound == 1 && counties[1].townships == 0)
  }

  @Test(arguments: 1...5)
  func `each part is what counting one by one gives`(seed: Int) throws {
    var mini = MiniCampaign()
    var random = DemoRandom(seed: UInt64(seed), stream: "coverage")
    for site in mini.facts.sites.indices where random.below(3) == 0 {
      mini.facts.sites[site].ledger = ["kilns", "mines", nil][random.below(3)]
    }
    mini.facts.visits = (0..<80).map { number in
      visit(
        "v\(number)", mini.facts.sites[random.below(60)].id, round: 11 + random.below(3),
        day: random.below(40), hit: random.below(4) == 0)
    }
    let snapshot = try mini.snapshot(asOf: Self.morning)
    for part in try CoverageFigures(snapshot, by: .ledger, inRound: 12).parts {
      let sites = mini.facts.sites.filter { ($0.ledger ?? "") == part.key }.map(\.id)
      let visits = mini.facts.visits.filter { sites.contains($0.siteID) && $0.round <= 12 }
      let now = visits.filter { $0.round == 12 }
      #expect(part.sites == sites.count && part.visitsEver == visits.count)
      #expect(part.sitesInRound == Set(now.map(\.siteID)).count)
      #expect(part.sitesEver == Set(visits.map(\.siteID)).count)
      #expect(part.found == Proportion(now.count { $0.outcome == "problem" }, of: now.count))
      let towns = Set(now.map { $0.siteID.prefix(4) })
      #expect(part.townshipsInRound == towns.count)
    }
  }
}
