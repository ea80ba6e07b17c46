import CampaignData
import Testing

@testable import Inspection

@Suite struct SimulatedRecordTests {
  private static let monday = CalendarDate(daysSince1970: 17_700)

  @Test func `what becomes known later changes nothing of what was known`() throws {
    var life = try DemoLife(
      seed: 4, cities: DemoCampaign.cities(scale: 0.02), density: 0.3,
      days: Self.monday...(Self.monday + 28))
    var record = SimulatedRecord(life.facts)
    record.add(try life.evidence(of: Self.monday...(Self.monday + 6)))
    life.advance(to: Self.monday + 7)
    let moment = Moment(Self.monday + 6, hour: 22, minute: 30)
    let before = record.facts(asOf: moment).known(by: moment)
    #expect(!before.complaints.isEmpty)

    // A week's evidence, a visit, a problem and its versions, all of them later.
    record.add(try life.evidence(of: (Self.monday + 7)...(Self.monday + 13)))
    let later = moment.adding(seconds: 1)
    record.add(
      Visit(
        id: "V1", siteID: "S0000001", teamID: "T", round: 1, visitedAt: later, outcome: "problem",
        knownAt: later))
    record.add(FoundProblem(id: "Q1", visitID: "V1", state: "open", knownAt: later))
    record.add(Recheck(problemID: "Q1", visitedAt: later, result: "done", knownAt: later))
    let after = record.facts(asOf: moment).known(by: moment)
    #expect(after.complaints == before.complaints)
    #expect(after.alerts == before.alerts)
    #expect(after.anomalies == before.anomalies)
    #expect(after.visits.isEmpty && after.problems.isEmpty && after.rechecks.isEmpty)
    #expect(after.warnings == before.warnings && after.sites.count == before.sites.count)
  }

  @Test func `a problem stands as its newest version known by the moment`() {
    var record = SimulatedRecord(Facts())
    let moment = Moment(Self.monday)
    for (state, hours) in [("open", 0), ("handed_over", 10), ("verified", 20)] {
      record.add(
        FoundProblem(
          id: "Q1", visitID: "V1", state: state, knownAt: moment.adding(seconds: hours * 3600)))
    }
    let noon = record.facts(asOf: moment.adding(seconds: 12 * 3600)).problems
    #expect(noon.map(\.state) == ["handed_over"])
    #expect(
      record.facts(asOf: moment.adding(seconds: 86_400)).problems.map(\.state) == ["verified"])
  }
}
