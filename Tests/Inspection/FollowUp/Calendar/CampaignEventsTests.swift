import CampaignData
import Inspection
import Testing

@Suite struct CampaignEventsTests {
  private let events = CampaignEvents.all(of: CampaignData.rounds)

  private func days(_ kind: CampaignEvent.Kind, round: Int? = nil) -> [String] {
    events.filter { $0.kind == kind && (round == nil || $0.round == round) }
      .map(\.days.lowerBound.description)
  }

  @Test func `crews arrive on Sundays, the first on the day before the campaign`() {
    #expect(days(.arrival).count == 21 && days(.arrival).first == "2018-06-10")
    #expect(events.filter { $0.kind == .arrival }.allSatisfy { $0.days.lowerBound.weekday == 7 })
  }

  @Test func `a crew leaves on the Tuesday after the next one began`() {
    #expect(days(.departure, round: 1) == ["2018-06-26"])
    // Nobody takes over after phase 1, before the pause, and at the end.
    #expect(days(.departure, round: 4) == ["2018-08-06"])
    #expect(days(.departure, round: 16) == ["2019-01-28"])
    #expect(days(.departure).count == 21)
  }

  @Test func `verification weeks lie in the gap, or begin the next round`() {
    #expect(
      days(.verification) == [
        "2018-07-09", "2018-08-06", "2018-09-17", "2018-10-15", "2018-11-12", "2018-12-10",
        "2019-01-07", "2019-02-18", "2019-03-18", "2019-04-15",
      ])
    #expect(days(.openList) == ["2019-04-29"])
  }

  @Test func `names are due on the 15th of the month before`() {
    #expect(days(.namesDue).first == "2018-05-15" && days(.namesDue).last == "2019-03-15")
  }

  @Test func `holidays within rounds are worked, those of the pause are not`() {
    #expect(days(.workedHoliday).contains("2018-10-01"))
    #expect(!days(.workedHoliday).contains("2019-02-05"))
  }
}
