import CampaignData
import Testing

@Suite struct RoundCalendarTests {
  private let calendar = CampaignData.rounds

  @Test func `there are 21 rounds in three phases of 4, 6 and 11`() {
    #expect(calendar.all.map(\.number) == Array(1...21))
    #expect(calendar.phases.map(\.number) == [1, 2, 3])
    #expect(
      [1, 2, 3].map { phase in calendar.all.filter { $0.phase == phase }.count } == [4, 6, 11])
  }

  @Test func `a round runs from Monday to Sunday within its phase, two weeks but for round 16`() {
    for round in calendar.all {
      #expect(round.firstDay.weekday == 1 && round.lastDay.weekday == 7)
      #expect(round.length == (round.number == 16 ? 7 : 14))
      #expect(calendar.phase(containing: round.firstDay)?.number == round.phase)
      #expect(calendar.phase(containing: round.lastDay)?.number == round.phase)
    }
  }

  @Test func `every day of a phase is in one round or in the pause`() {
    for phase in calendar.phases {
      for offset in 0...(phase.lastDay - phase.firstDay) {
        let day = phase.firstDay + offset
        let rounds = calendar.all.filter { $0.days.contains(day) }.count
        let pauses = calendar.pauses.filter { $0.firstDay <= day && day <= $0.lastDay }.count
        #expect(rounds + pauses == 1, "\(day)")
      }
    }
  }

  @Test func `rounds that follow a gap have nobody to take over from`() {
    for round in calendar.all {
      let followsRound = calendar.containing(round.firstDay - 1) != nil
      #expect(round.hasHandover == followsRound, "round \(round.number)")
    }
    #expect(calendar.all.filter { !$0.hasHandover }.map(\.number) == [1, 5, 17])
  }

  @Test func `round 14 begins on the day before Christmas`() throws {
    let day = try #require(CalendarDate("2018-12-24"))
    #expect(calendar.containing(day)?.number == 14)
    #expect(calendar.round(14)?.handoverDay == day)
    #expect(calendar.containing(day - 1)?.number == 13)
    #expect(calendar.containing(try #require(CalendarDate("2019-02-01"))) == nil)
    #expect(calendar.containing(try #require(CalendarDate("2018-08-10"))) == nil)
    #expect(calendar.round(22) == nil)
  }

  @Test func `after every two rounds a week of verification follows`() {
    for round in calendar.all {
      #expect((round.verificationFrom != nil) == (round.number % 2 == 0))
      if let first = round.verificationFrom { #expect(first > round.lastDay && first.weekday == 1) }
    }
  }
}
