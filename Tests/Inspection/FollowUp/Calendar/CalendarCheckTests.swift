import CampaignData
import Inspection
import Testing

@Suite struct CalendarCheckTests {
  private let plan = CampaignData.rounds

  /// The kinds found after one round was changed.
  private func kinds(
    changing number: Int, to change: (CampaignRound) -> CampaignRound?
  ) -> Set<CalendarContradiction.Kind> {
    let rounds = plan.all.compactMap { $0.number == number ? change($0) : $0 }
    let calendar = RoundCalendar(phases: plan.phases, rounds: rounds, pauses: plan.pauses)
    return Set(CalendarCheck.contradictions(in: calendar).map(\.kind))
  }

  private func round(
    _ old: CampaignRound, number: Int? = nil, phase: Int? = nil,
    days: ClosedRange<CalendarDate>? = nil, handover: Bool? = nil,
    verification: CalendarDate?? = nil
  ) -> CampaignRound {
    CampaignRound(
      number: number ?? old.number, phase: phase ?? old.phase, days: days ?? old.days,
      hasHandover: handover ?? old.hasHandover,
      verificationFrom: verification ?? old.verificationFrom, source: "a test")
  }

  @Test func `the plan's own calendar has none`() {
    #expect(CalendarCheck.contradictions(in: plan) == [])
  }

  @Test func `each kind is found`() {
    #expect(kinds(changing: 3) { round($0, number: 4) } == [.numbering, .verification])
    #expect(kinds(changing: 3) { round($0, phase: 2) } == [.outsidePhase])
    #expect(kinds(changing: 3) { round($0, handover: false) } == [.handover])
    #expect(kinds(changing: 4) { round($0, verification: .some(nil)) } == [.verification])
    #expect(kinds(changing: 3) { round($0, verification: $0.lastDay + 1) } == [.verification])
    #expect(
      kinds(changing: 3) { round($0, days: $0.firstDay...($0.lastDay - 7)) }
        == [.length, .idleDays, .handover])
    #expect(
      kinds(changing: 3) { round($0, days: ($0.firstDay + 1)...$0.lastDay) }
        == [.brokenWeek, .length, .idleDays, .handover])
    #expect(
      kinds(changing: 3) { round($0, days: ($0.firstDay - 7)...$0.lastDay) }
        .isSuperset(of: [.overlap, .length]))
    #expect(
      kinds(changing: 16) { round($0, days: $0.firstDay...($0.lastDay + 7)) }.contains(.inPause))
  }

  @Test func `a round left out leaves idle days and wrong numbers`() {
    let found = kinds(changing: 7) { _ in nil }
    #expect(found.isSuperset(of: [.idleDays, .numbering, .handover]))
  }
}
