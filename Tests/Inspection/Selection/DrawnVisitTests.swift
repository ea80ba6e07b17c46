import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct DrawnVisitTests {
  private func visit(_ id: String, _ site: String, _ outcome: String, hour: Int) -> Visit {
    let moment = MiniCampaign.now.adding(seconds: 3600 * hour)
    return Visit(
      id: id, siteID: site, teamID: "T1", round: 13, visitedAt: moment, outcome: outcome,
      knownAt: moment)
  }

  @Test("the first visit of the round that was let in counts; the others are non-response")
  func outcomes() throws {
    var campaign = MiniCampaign()
    campaign.facts.sites[2].topics = ["boilers"]
    campaign.facts.visits = [
      visit("1", "S100-0", "none", hour: 1), visit("2", "S100-0", "problem", hour: 2),
      visit("3", "S100-1", "refused", hour: 1), visit("4", "S100-2", "problem", hour: 1),
      visit("5", "S100-3", "closed", hour: 30),
    ]
    let draws = ["S100-0", "S100-1", "S100-2", "S100-3", "S100-4", "nobody"].map {
      DrawnUnit(round: 13, siteID: $0, probability: 0.25, drawnAsOf: MiniCampaign.now)
    }
    let visits = try DrawnVisit.of(
      draws, in: FactHistory(campaign.facts), asOf: MiniCampaign.now.adding(seconds: 86_400))
    #expect(visits.map(\.siteID) == ["S100-0", "S100-1", "S100-2", "S100-3", "S100-4"])
    #expect(visits.map(\.isHit) == [false, nil, true, nil, nil])
    #expect(visits.allSatisfy { $0.city == "130100" && $0.plane.isFinite })
    let domains = SurveyDomain.domains(of: visits)
    #expect(domains.map(\.kind) == ["all", "round", "city", "topic"])
    #expect(domains.map(\.estimate.visited) == [2, 2, 2, 1])
    #expect(domains.map(\.estimate.missing) == [3, 3, 3, 0])
    #expect(domains.map(\.estimate.rate) == [0.5, 0.5, 0.5, 1])
    // Five at a quarter each stand for twenty, half of which are at fault.
    #expect(abs(domains[0].totalByRound.value - 10) < 1e-9)
  }
}
