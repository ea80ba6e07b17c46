import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct DueRechecksTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func `the weeks of the plan, and what a gap left over`() throws {
    let days = VerificationDays()
    let first = days.weeks.map(\.lowerBound.description)
    #expect(
      first == [
        "2018-07-09", "2018-08-06", "2018-08-20", "2018-09-17", "2018-10-15", "2018-11-12",
        "2018-12-10", "2019-01-07", "2019-02-18", "2019-03-18", "2019-04-15",
      ])
    #expect(days.weeks.allSatisfy { $0.upperBound - $0.lowerBound == 6 })
    func count(_ round: Int) throws -> Int {
      try days.within(#require(CampaignData.rounds.round(round)).days).count
    }
    let counts = try (1...21).map(count)
    #expect(
      counts == [0, 0, 7, 0, 7, 0, 7, 0, 7, 0, 7, 0, 7, 0, 7, 0, 7, 0, 7, 0, 7])
    let last = try #require(CampaignData.rounds.round(21))
    #expect(days.week(after: last) == nil)
  }

  @Test func `due after the deadline, once reported, and again after it failed`() throws {
    let mini = RecheckPlanTests.campaign(problemsAt: [0, 1, 2, 3, 4, 5])
    var facts = mini.facts
    facts.problems[1].deadline = try day("2019-01-20")
    facts.problems[2].state = "rectified"
    facts.problems[2].deadline = try day("2019-01-20")
    facts.problems[3].state = "reviewed"
    facts.problems[4].visitID = "nobody's"
    let seen = Moment(try day("2018-12-20"), hour: 9)
    facts.rechecks = [
      Recheck(
        problemID: facts.problems[5].id, visitedAt: seen, result: "not_done", knownAt: seen)
    ]
    let due = DueRechecks(facts: facts, asOf: RecheckPlanTests.eve)
    let found = Dictionary(
      due.all.map { ($0.id, $0.dueFrom.description) }, uniquingKeysWith: { first, _ in first })
    #expect(
      found == [
        facts.problems[0].id: "2018-12-19", facts.problems[1].id: "2019-01-21",
        facts.problems[2].id: "2018-12-03", facts.problems[5].id: "2018-12-27",
      ])
    #expect(due.withoutPlace.map(\.id) == [facts.problems[4].id])
    #expect(due.due(by: try day("2018-12-26")).map(\.id).count == 2)
  }

  @Test func `a later report of the city stands over an earlier verification`() throws {
    let seen = Moment(try day("2018-12-20"), hour: 9)
    let later = Moment(try day("2018-12-25"), hour: 9)
    let recheck = Recheck(problemID: "p", visitedAt: seen, result: "not_done", knownAt: seen)
    func standing(_ known: Moment) -> ProblemState {
      ProblemStanding(
        FoundProblem(id: "p", visitID: "v", state: "rectified", knownAt: known),
        lastRecheck: recheck
      ).state
    }
    #expect(standing(later) == .rectified && standing(seen) == .notVerified)
  }

  @Test func `settled complaints about air of the last days, at the firm they name`() throws {
    var mini = MiniCampaign()
    let received = Moment(try day("2018-12-01"), hour: 9)
    func complaint(_ id: String, closed: String?, _ change: (inout Complaint) -> Void = { _ in })
      throws -> Complaint
    {
      var made = Complaint(
        id: id, receivedAt: received, position: mini.facts.sites[7].position,
        closedAt: try closed.map { Moment(try day($0), hour: 9) }, knownAt: received)
      change(&made)
      return made
    }
    mini.facts.complaints = [
      try complaint("open", closed: nil), try complaint("old", closed: "2018-10-01"),
      try complaint("future", closed: "2019-02-01"),
      try complaint("noise", closed: "2018-12-20") { $0.types = ["noise"] },
      try complaint("checked", closed: "2018-12-20") { $0.verified = false },
      try complaint("refused", closed: "2018-12-20") { $0.accepted = false },
      try complaint("done", closed: "2018-12-20"),
      try complaint("named", closed: "2018-12-21") { $0.target = mini.facts.sites[7].name },
      try complaint("plain", closed: "2018-12-22"),
    ]
    mini.facts.rechecks = [
      Recheck(
        problemID: "complaint:done", visitedAt: received, result: "done", knownAt: received)
    ]
    let due = DueRechecks(facts: mini.facts, asOf: RecheckPlanTests.eve)
    #expect(due.all.map(\.id) == ["named", "plain"])
    #expect(due.all.map(\.target) == [mini.facts.sites[7].id, "recheck:complaint:plain"])
    let none = DueRechecks(
      facts: mini.facts, asOf: RecheckPlanTests.eve, rules: RecheckRules(complaints: 0))
    #expect(none.all.isEmpty)
  }
}
