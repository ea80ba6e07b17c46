import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct OverdueTownshipsTests {
  /// More townships than the team has visits for, three of which the last round left out.
  private func crowded() -> (campaign: MiniCampaign, overdue: [Int]) {
    var campaign = MiniCampaign(columns: 9, rows: 9, sites: 3)
    campaign.facts.teams[0].dailyVisits = 2
    campaign.facts.teams[0].base = Coordinate(114.76, 38.26)
    let overdue = [0, 8, 72]
    campaign.facts.visits = campaign.facts.townships.indices.filter { !overdue.contains($0) }.map {
      Visit(
        id: "v\($0)", siteID: campaign.facts.sites[3 * $0].id, teamID: "T1", round: 13,
        visitedAt: MiniCampaign.known, outcome: "none", knownAt: MiniCampaign.known)
    }
    return (campaign, overdue)
  }

  @Test func `townships that the last round left out come first, and early`() throws {
    let (campaign, overdue) = crowded()
    let plan = try campaign.roundPlan()
    #expect(plan.coverage.contains { $0.gap == .capacity })
    for township in overdue {
      #expect(plan.coverage[township].gap == nil)
      let first = try #require(plan.coverage[township].firstPlanned)
      #expect(first - plan.days.lowerBound < 4)
    }
    #expect(plan.remarks.contains(.overdue(count: 3, covered: 3)))
  }

  @Test func `a stop of the last plan still to come is not overdue`() throws {
    let (campaign, _) = crowded()
    let snapshot = try campaign.snapshot()
    let history = try VisitHistory(snapshot: snapshot, round: 14)
    func overdue(stopOn day: CalendarDate) -> Set<Int> {
      let stop = EarlierPlan.Stop(
        team: "T1", day: day, order: 1, target: "x",
        township: snapshot.facts.townships[8].code, basis: .coverage, chance: 0.1)
      let last = EarlierPlan(
        id: "R13-0", round: 13, madeAsOf: MiniCampaign.known, firstDay: day, stops: [stop])
      return OverdueTownships(
        history: history, lastRound: last, facts: snapshot.facts, asOf: snapshot.asOf
      ).townships
    }
    #expect(overdue(stopOn: snapshot.asOf.date) == [0, 72])
    #expect(overdue(stopOn: snapshot.asOf.date - 1) == [0, 8, 72])
  }

  @Test func `where nothing is known of the last round nothing is overdue`() throws {
    let snapshot = try MiniCampaign().snapshot()
    let history = try VisitHistory(snapshot: snapshot, round: 14)
    let overdue = OverdueTownships(
      history: history, lastRound: nil, facts: snapshot.facts, asOf: snapshot.asOf)
    #expect(overdue.townships.isEmpty)
  }
}
