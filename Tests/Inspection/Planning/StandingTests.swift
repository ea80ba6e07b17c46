import CampaignData
import Inspection
import Testing

@Suite struct StandingTests {
  @Test func `visits count for the township of their site, in the round and ever`() throws {
    var campaign = MiniCampaign()
    campaign.facts.visits = [
      visit("v1", site: campaign.facts.sites[0].id, round: 13),
      visit("v2", site: campaign.facts.sites[0].id, round: 14),
      visit("v3", site: campaign.facts.sites[5].id, round: 13),
    ]
    let standing = try Planner.standing(inRound: 14, of: campaign.snapshot())
    #expect(standing.count == 12)
    #expect(standing[0].visitsEver == 2)
    #expect(standing[0].visitsInRound == 1)
    #expect(standing[1].visitsEver == 1)
    #expect(standing[1].visitsInRound == 0)
    #expect(standing.allSatisfy { $0.planned == 0 && $0.gap == nil && $0.team == 0 })
  }

  @Test func `a township that no team has is told`() throws {
    var campaign = MiniCampaign()
    campaign.facts.teams[0].countyCodes = ["130104"]
    let standing = try Planner.standing(inRound: 14, of: campaign.snapshot())
    #expect(standing.allSatisfy { $0.gap == .noTeam && $0.team == nil })
  }

  @Test func `a round that there is not is refused`() {
    #expect(throws: PlanError.unknownRound(99)) {
      try Planner.standing(inRound: 99, of: MiniCampaign().snapshot())
    }
  }

  private func visit(_ id: String, site: String, round: Int) -> Visit {
    Visit(
      id: id, siteID: site, teamID: "T1", round: round, visitedAt: MiniCampaign.known,
      outcome: "none", knownAt: MiniCampaign.known)
  }
}
