import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct EscalationTests {
  private static let day = CalendarDate(daysSince1970: 17_875)

  private func escalation(
    problems: [FoundProblem], alerts: [Alert] = [], hits: Int = 1
  ) throws -> Escalation {
    var mini = MiniCampaign()
    mini.facts.problems = problems
    mini.facts.alerts = alerts
    // An official cell over the first township, without a place in our own grid.
    mini.facts.cells = [
      Cell(
        id: "C1", place: nil, cityCodes: ["130100"], isHot: true,
        area: mini.facts.townships[0].area, knownAt: MiniCampaign.known)
    ]
    let visits = (0..<40).map { number in
      JudgedVisit(
        id: "V\(number)", teamID: "T1", round: 13, day: Self.day, cityCode: "130100",
        countyCode: "130102", chance: 0.1, problems: number < hits ? 1 : 0,
        points: number < hits ? 1 : 0)
    }
    var work = UnitWork(key: "130100")
    work.visits = 40
    work.points = Double(hits)
    work.expected = 4
    var other = UnitWork(key: "130200")
    other.points = 40
    other.expected = 40
    let ranking = Ranking(
      [work, other], history: [work, other], spread: 1, top: 1, serviceMinutes: 30,
      rules: RankingRules())
    return try Escalation(
      mini.snapshot(asOf: Moment(Self.day + 20)), month: CalendarMonth(Self.day),
      rule: EscalationRule(consecutive: 3, total: 6), visits: visits, ranking: ranking,
      limits: .init(excessChance: 0.95, overdueShare: 0.2, fewestDue: 10))
  }

  private func problem(_ number: Int, state: String?, due: Int?) -> FoundProblem {
    FoundProblem(
      id: "P\(number)", visitID: "V\(number)", state: state,
      deadline: due.map { Self.day + $0 }, knownAt: Moment(Self.day))
  }

  @Test func `overdue is what was due and not corrected`() {
    let correction = Escalation.Correction(before: Self.day + 10)
    #expect(correction.isOverdue(problem(0, state: nil, due: 9)))
    #expect(!correction.isDue(problem(0, state: nil, due: 10)))
    #expect(!correction.isOverdue(problem(0, state: "rectified", due: 1)))
    #expect(!correction.isOverdue(problem(0, state: "verified", due: 1)))
    #expect(!correction.isOverdue(problem(0, state: "returned", due: 1)))
    #expect(correction.isOverdue(problem(0, state: "recurred", due: 1)))
    #expect(correction.isOverdue(problem(0, state: "overdue", due: nil)))
    #expect(!correction.isDue(problem(0, state: nil, due: nil)))
  }

  @Test func `slack correction leads to supervision, with concentrated problems to an interview`()
    throws
  {
    let late = (0..<12).map { problem($0, state: "handed_over", due: 1) }
    let slack = try #require(
      try escalation(problems: late).cities.first { $0.cityCode == "130100" })
    #expect(slack.measure == .supervision && slack.isSlack && !slack.isConcentrated)
    #expect(slack.overdueIDs.count == 12 && slack.overdue == Proportion(12, of: 12))
    let both = try #require(
      try escalation(problems: late, hits: 30).cities.first { $0.cityCode == "130100" })
    #expect(both.isConcentrated && both.measure == .interview)
    let none = try #require(
      try escalation(problems: [problem(0, state: "handed_over", due: 1)]).cities.first {
        $0.cityCode == "130100"
      })
    // One late problem of one says nothing surely.
    #expect(none.measure == .none)
  }

  @Test func `a cell alerted three months running comes with its evidence and county`() throws {
    let cell = "C1"
    let month = CalendarMonth(Self.day)
    let alerts = (0..<3).map { back in
      Alert(
        id: "A\(back)", cellID: cell, period: (month - back).description, reason: "level",
        issuedAt: Moment(Self.day), knownAt: Moment(Self.day))
    }
    let live = Alert(
      id: "L", cellID: cell, period: month.description, reason: "live", issuedAt: Moment(Self.day),
      knownAt: Moment(Self.day))
    let found = try escalation(problems: [], alerts: alerts + [live])
    #expect(found.cells.map(\.cellID) == [cell])
    #expect(found.cells.first?.alertIDs == ["A0", "A1", "A2"])
    #expect(found.counties.map(\.cellIDs) == [[cell]])
    #expect(found.counties.map(\.countyCode) == ["130102"])
    #expect(try escalation(problems: [], alerts: Array(alerts.prefix(2))).cells.isEmpty)
  }
}
