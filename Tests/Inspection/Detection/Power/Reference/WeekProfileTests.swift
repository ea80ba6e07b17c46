import CampaignData
import Testing

@testable import Inspection

@Suite struct WeekProfileTests {
  /// Sorts, for comparison.
  private func median(_ values: [Float]) -> Float { values.sorted()[(values.count - 1) / 2] }

  @Test func `medians and deviations are those of sorting, gaps left out`() {
    var random = DemoRandom(seed: 4, stream: "profile")
    let days = 35
    let loads = (0..<days * 96).map { _ in
      random.chance(0.1) ? Float.nan : Float(random.between(0, 100))
    }
    let weekdays = (0..<days).map { UInt8($0 % 7 + 1) }
    let profile = WeekProfile(loads, days: 0..<days, weekdays: weekdays, perDay: 96)
    for weekday in 0..<7 {
      for hour in 0..<24 {
        let values = (0..<days).filter { weekdays[$0] == weekday + 1 }.flatMap { day in
          (0..<4).map { loads[day * 96 + hour * 4 + $0] }
        }.filter { $0 == $0 }
        let center = median(values)
        #expect(profile.medians[weekday * 24 + hour] == center)
        #expect(
          profile.deviations[weekday * 24 + hour] == median(values.map { abs($0 - center) }))
      }
    }
  }

  @Test func `a weekday that was never measured takes the hour of all days`() {
    let loads = [Float](repeating: 7, count: 5 * 96)
    let profile = WeekProfile(loads, days: 0..<5, weekdays: [1, 2, 3, 4, 5], perDay: 96)
    #expect(profile.medians[6 * 24 + 3] == 7)
  }

  @Test func `hourly readings and longer ones have a profile too`() {
    for perDay in [24, 12, 48, 288] {
      let loads = (0..<14 * perDay).map { Float($0 % perDay) }
      let weekdays = (0..<14).map { UInt8($0 % 7 + 1) }
      let profile = WeekProfile(loads, days: 0..<14, weekdays: weekdays, perDay: perDay)
      #expect(profile.medians.allSatisfy { $0 == $0 })
    }
  }

  @Test(arguments: [1, 2, 5, 23, 24, 25, 100, 1001]) func `a quantile is that of sorting`(
    count: Int
  ) {
    var random = DemoRandom(seed: 9, stream: "quantile", number: count)
    for share in [0.0, 0.5, 0.95, 1] {
      // Many alike, so that the selection meets ties.
      var values = (0..<count).map { _ in Float(random.below(20)) }
      let expected = values.sorted()[Int(Double(count - 1) * share)]
      #expect(OrderStatistics.quantile(share, of: &values) == expected)
    }
  }

  @Test func `holidays are like Sundays, worked weekends like Wednesdays`() throws {
    let calendar = CampaignData.workCalendar
    func like(_ text: String) throws -> Int {
      calendar.likeWeekday(try #require(CalendarDate(text)))
    }
    #expect(try like("2018-10-03") == 7)
    #expect(try like("2018-09-30") == 3)
    #expect(try like("2018-11-14") == 3)
    #expect(try like("2018-11-17") == 6)
    #expect(try like("2019-05-05") == 3)
    #expect(calendar.holidays.count == 60)
  }
}
