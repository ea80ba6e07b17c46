import CampaignData
import Geo
import Inspection
import Testing

@Suite struct DemoPlanTests {
  @Test func `a plan made from the evidence finds more than visits without it`() throws {
    let demo = try DemoCampaign.generate(seed: 3, cities: ["410600"])
    let start = demo.truth.date
    let snapshot = try Snapshot(
      asOf: Moment(start), facts: demo.facts(asOf: Moment(start)))
    let plan = try Planner.planRound(
      DemoCampaign.round, snapshot: snapshot, targets: Targeting.targets(of: snapshot),
      settings: MiniCampaign.settings)
    let planned = plan.teamDays.flatMap { day in
      day.stops.map {
        DemoScore.Visit(siteID: $0.target.id, position: $0.target.position, date: day.date)
      }
    }
    let all = demo.facts.sites.map {
      DemoScore.Visit(siteID: $0.id, position: $0.position, date: start)
    }
    let score = DemoScore.score(visited: planned, truth: demo.truth)
    let blind = DemoScore.score(visited: all, truth: demo.truth)
    #expect(score.visits > 400)
    #expect(score.hitRate > 1.2 * blind.hitRate)
  }
}
