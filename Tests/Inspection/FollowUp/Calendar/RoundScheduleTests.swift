import CampaignData
import Inspection
import Testing

@Suite struct RoundScheduleTests {
  private let plan = CampaignData.rounds

  @Test func `the plan's dates and numbers of rounds give its calendar`() throws {
    let rounds = try RoundSchedule(plan).rounds()
    for (computed, known) in zip(rounds, plan.all) {
      #expect(computed.days == known.days, "round \(known.number)")
      #expect(computed.phase == known.phase && computed.number == known.number)
      #expect(computed.hasHandover == known.hasHandover, "round \(known.number)")
      #expect(computed.verificationFrom == known.verificationFrom, "round \(known.number)")
    }
    #expect(rounds.count == 21)
  }

  @Test func `the short round is one of those before the pause`() throws {
    #expect(try RoundSchedule(plan).shortCandidates() == [11, 12, 13, 14, 15, 16])
    #expect(throws: RoundSchedule.Conflict.notShort(17, candidates: [11, 12, 13, 14, 15, 16])) {
      try RoundSchedule(plan).rounds(short: 17)
    }
  }

  @Test(arguments: 11...16)
  func `with any short round the calendar has no contradiction`(short: Int) throws {
    let rounds = try RoundSchedule(plan).rounds(short: short)
    #expect(rounds.filter { $0.length == 7 }.map(\.number) == [short])
    let calendar = RoundCalendar(phases: plan.phases, rounds: rounds, pauses: plan.pauses)
    #expect(CalendarCheck.contradictions(in: calendar) == [])
  }

  @Test func `without the pause phase 3 has a round too few`() {
    let schedule = RoundSchedule(phases: plan.phases, roundsByPhase: [4, 6, 11], pauses: [])
    #expect(throws: RoundSchedule.Conflict.weeks(phase: 3, found: 24, needed: 22)) {
      try schedule.rounds()
    }
  }
}
