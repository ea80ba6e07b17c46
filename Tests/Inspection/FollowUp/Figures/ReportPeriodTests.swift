import CampaignData
import Testing

@testable import Inspection

@Suite struct ReportPeriodTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
  private func moment(_ text: String) throws -> Moment { try #require(Moment(text)) }

  @Test(arguments: ["2018-12-17", "2018-12-20", "2018-12-23"])
  func `a week goes from Monday to Sunday`(date: String) throws {
    let period = ReportPeriod.week(of: try day(date), asOf: try moment("2019-01-01"))
    #expect(period.days == (try day("2018-12-17"))...(try day("2018-12-23")))
    #expect(period.rounds.map(\.number) == [13])
    #expect(!period.isRunning && period.lastDay == period.days.upperBound)
  }

  @Test func `a day counts once it is over in China`() throws {
    let sunday = try day("2018-12-23")
    let evening = ReportPeriod.week(of: sunday, asOf: try moment("2018-12-23T23:59:59+08:00"))
    #expect(evening.isRunning && !evening.contains(sunday) && evening.contains(sunday - 1))
    #expect(evening.lastDay == sunday - 1)
    let midnight = ReportPeriod.week(of: sunday, asOf: try moment("2018-12-23T16:00:00Z"))
    #expect(!midnight.isRunning && midnight.contains(sunday))
  }

  @Test func `a period of which no day is over is ahead`() throws {
    let round = try #require(CampaignData.rounds.round(14))
    let monday = ReportPeriod.round(round, asOf: Moment(round.firstDay, hour: 12))
    #expect(monday.isAhead && monday.isRunning)
    #expect(!ReportPeriod.round(round, asOf: Moment(round.firstDay + 1)).isAhead)
  }

  @Test func `a week in a gap is of no round`() throws {
    let period = ReportPeriod.week(of: try day("2018-08-10"), asOf: try moment("2019-01-01"))
    #expect(period.rounds.isEmpty)
  }
}
