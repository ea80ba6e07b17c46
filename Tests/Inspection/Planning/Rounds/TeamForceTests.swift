import CampaignData
import Geo
import Inspection
import Testing

/// One team that cannot be planned for does not stop the others.
@Suite struct TeamForceTests {
  private func campaign(second base: Coordinate, visits: Int? = nil) -> MiniCampaign {
    var campaign = MiniCampaign()
    campaign.facts.teams.append(
      Team(
        id: "T2", name: "石家庄2组", cityCode: "130100", countyCodes: ["130102"],
        dailyVisits: visits, base: base, knownAt: MiniCampaign.known))
    return campaign
  }

  @Test(arguments: [Coordinate(.nan, .nan), Coordinate(500_000, 4_200_000)])
  func `a team without a base is told, and the others have its ground`(base: Coordinate) throws {
    let plan = try campaign(second: base).roundPlan()
    #expect(plan.remarks.contains(.noBase(team: "T2")))
    #expect(plan.coverage.allSatisfy { $0.team == 0 && $0.gap == nil })
  }

  @Test func `a team that makes no visits is told, and the others have its ground`() throws {
    let plan = try campaign(second: Coordinate(114.6, 37.95), visits: 0).roundPlan()
    #expect(plan.remarks.contains(.noVisits(team: "T2")))
    #expect(plan.coverage.allSatisfy { $0.team == 0 && $0.gap == nil })
  }

  @Test func `a visit longer than the day leaves every township with the reason`() throws {
    var settings = MiniCampaign.settings
    settings.serviceMinutes = 700
    let plan = try MiniCampaign().roundPlan(settings: settings)
    #expect(plan.coverage.allSatisfy { $0.gap == .tooFar })
  }

  @Test func `a site farther than a day's drive is left, its township covered by another`() throws {
    var campaign = MiniCampaign()
    campaign.facts.sites[0].position = Coordinate(100, 30)
    let plan = try campaign.roundPlan()
    #expect(plan.coverage.allSatisfy { $0.gap == nil })
  }

  @Test func `a city without its centre team, or with two, is told where any is marked`() throws {
    var campaign = campaign(second: Coordinate(114.6, 37.95))
    func told() throws -> [PlanRemark] {
      try campaign.roundPlan().remarks.filter {
        if case .centreTeams = $0 { true } else { false }
      }
    }
    #expect(try told().isEmpty)
    campaign.facts.teams[0].isCentre = true
    #expect(try told().isEmpty)
    campaign.facts.teams[1].isCentre = true
    #expect(try told() == [.centreTeams(city: "130100", count: 2)])
  }
}
