import CampaignData
import Geo
import Testing

@testable import Inspection

/// Which cities a round plans for.
@Suite struct PhaseScopeTests {
  private func plan(_ round: Int, cities: [String]) throws -> (Plan, Facts) {
    var campaign = MiniCampaign()
    for index in campaign.facts.townships.indices {
      campaign.facts.townships[index].cityCode = cities[index % cities.count]
      campaign.facts.townships[index].countyCode = cities[index % cities.count].prefix(4) + "02"
    }
    let base = campaign.facts.teams[0].base
    campaign.facts.teams = cities.enumerated().map { number, city in
      Team(
        id: "T\(number)", name: "\(number)组", cityCode: city, countyCodes: [], base: base,
        knownAt: MiniCampaign.known)
    }
    let snapshot = try campaign.snapshot()
    let plan = try Planner.planRound(
      round, snapshot: snapshot, targets: Targeting.targets(of: snapshot),
      settings: MiniCampaign.settings)
    return (plan, snapshot.facts)
  }

  @Test func `the first phase plans for the 2+26 cities alone, and says so`() throws {
    let (plan, facts) = try plan(4, cities: ["130100", "610100"])
    let stops = plan.teamDays.flatMap { day in day.stops.map { (day.team, $0.target.township) } }
    #expect(!stops.isEmpty)
    #expect(stops.allSatisfy { facts.teams[$0.0].cityCode == "130100" })
    #expect(stops.allSatisfy { facts.townships[$0.1].cityCode == "130100" })
    #expect(plan.remarks.contains(.outsidePhase(phase: 1, cities: ["610100"], teams: 1)))
    #expect(!plan.remarks.contains { if case .handedOn = $0 { true } else { false } })
    for standing in plan.coverage {
      let isFenwei = facts.townships[standing.township].cityCode == "610100"
      #expect((standing.gap == .outsidePhase) == isFenwei)
    }
  }

  @Test(arguments: [5, 11]) func `later phases plan for both regions`(round: Int) throws {
    let (plan, facts) = try plan(round, cities: ["130100", "610100"])
    #expect(Set(plan.teamDays.map { facts.teams[$0.team].cityCode }) == ["130100", "610100"])
    #expect(!plan.remarks.contains { if case .outsidePhase = $0 { true } else { false } })
  }

  @Test func `a city that the plan does not name is left to whoever added it`() throws {
    #expect(PhaseScope(of: try #require(CampaignData.rounds.round(1))).includes(city: "999900"))
  }
}
