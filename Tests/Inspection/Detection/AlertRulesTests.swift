import CampaignData
import Testing

@testable import Inspection

@Suite struct AlertRulesTests {
  private let cities: [String?] = ["a", "a", "a", "b", nil]
  private let all = [Bool](repeating: true, count: 5)

  @Test func `the highest of each city's candidates`() {
    let rule = HighestLevelRule(count: 1)
    let alerts = rule.alerts(
      values: [50, 90, 90, 40, 200], cities: cities, candidates: [true, false, true, true, true])
    #expect(alerts.map(\.cell) == [2, 3])
    #expect(alerts.map(\.value) == [90, 40])
    #expect(alerts.allSatisfy { $0.reason == .level && $0.change == nil })
    #expect(
      rule.alerts(values: [50, 90, 90, 40, 200], cities: cities, candidates: all).map(\.cell)
        == [1, 2, 3])
  }

  @Test func `the worst change is a share of the earlier value`() {
    let rule = WorstChangeRule(count: 1, reason: .yearOnYear)
    let outcome = rule.outcome(
      values: [60, 55, 30, 40, 9], before: [50, 50, 20, 50, 1], cities: cities, candidates: all)
    #expect(outcome.alerts.map(\.cell) == [2, 3])
    #expect(abs((outcome.alerts[0].change ?? 0) - 0.5) < 1e-12)
    // By rank, without a threshold: the only cell of a city that got better.
    #expect(abs((outcome.alerts[1].change ?? 0) + 0.2) < 1e-12)
    #expect(outcome.withheld.isEmpty)
    #expect(rule.version == "year-on-year-1")
  }

  @Test func `a change below its error is withheld, and nobody takes its place`() {
    let rule = WorstChangeRule(count: 1, reason: .monthOnMonth, error: 10)
    let outcome = rule.outcome(
      values: [60, 75, 30, 40, 9], before: [50, 60, 20, 29, 1], cities: cities, candidates: all)
    #expect(outcome.withheld.map(\.cell) == [2])
    #expect(outcome.alerts.map(\.cell) == [3])
    let unknown = WorstChangeRule(count: 1, reason: .monthOnMonth, error: .infinity)
    #expect(
      unknown.outcome(
        values: [60, 75, 30, 40, 9], before: [50, 60, 20, 29, 1], cities: cities, candidates: all
      ).alerts.isEmpty)
  }

  @Test func `cells without both values, or with nothing before, have no change`() {
    let rule = WorstChangeRule(count: 3, reason: .monthOnMonth)
    let outcome = rule.outcome(
      values: [60, .nan, 30, 40, 9], before: [50, 60, 0, .nan, 1], cities: cities, candidates: all)
    #expect(outcome.alerts.map(\.cell) == [0])
  }

  @Test func `what all cells of the city did is the weather's`() {
    // All doubled, one grew threefold; the median of the others is the doubling.
    let values = [100.0, 100, 150, 100, 9]
    let before = [50.0, 50, 50, 50, 1]
    let expected = WeatherNormalisation.expected(
      values: values, before: before, of: [0, 1, 2, 3])
    #expect(expected.prefix(4).allSatisfy { $0 == 100 })
    #expect(expected[4].isNaN)
    let rule = WorstChangeRule(count: 1, reason: .monthOnMonth, isWeatherNormalised: true)
    let outcome = rule.outcome(
      values: values, before: before, cities: ["a", "a", "a", "a", "b"], candidates: all)
    // The only cell of a city has no others to be compared with.
    #expect(outcome.alerts.map(\.cell) == [2])
    #expect(abs((outcome.alerts[0].change ?? 0) - 0.5) < 1e-12)
    #expect(rule.version == "month-on-month-1-normalised")
  }

  @Test func `the median leaves out the cell itself`() {
    let expected = WeatherNormalisation.expected(
      values: [10, 20, 30, 40], before: [10, 10, 10, 10], of: [0, 1, 2, 3])
    #expect(expected == [30, 30, 20, 20])
    let three = WeatherNormalisation.expected(
      values: [10, 20, 40], before: [10, 10, 10], of: [0, 1, 2])
    #expect(three == [30, 25, 15])
  }

  @Test func `three months running or six in all lead to a notice`() throws {
    let rule = EscalationRule(consecutive: 3, total: 6)
    let month = try #require(CalendarMonth("2018-02"))
    func history(_ months: [Int], _ cell: String) -> [(cellID: String, month: CalendarMonth)] {
      months.map { (cell, month - $0) }
    }
    // Several reasons in a month count once; later months do not count.
    let record =
      history([0, 0, 1, 2], "running") + history([0, 1, 3], "gap")
      + history([0, 2, 4, 6, 8, 30], "often") + history([1, 2, 3], "not now")
      + history([0, -1, -2], "later")
    let found = rule.escalations(in: month, history: record)
    #expect(
      found == [
        .init(cellID: "often", consecutive: 1, total: 6),
        .init(cellID: "running", consecutive: 3, total: 3),
      ])
  }
}
