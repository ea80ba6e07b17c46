public import CampaignData

/// When the crew of a round comes and goes: the plan of 2018, section 7.4.
public struct CrewStay: Sendable, Hashable {
  /// The Sunday before the round.
  public let arrivesOn: CalendarDate
  /// The Tuesday after the next hand-over; where no crew follows the Monday after the round (an
  /// assumption).
  public let leavesOn: CalendarDate

  /// The stay of a round; nil for one that there is not.
  public init?(round number: Int, calendar: RoundCalendar = CampaignData.rounds) {
    guard let round = calendar.round(number) else { return nil }
    arrivesOn = round.firstDay - 1
    if let next = calendar.round(number + 1), next.hasHandover {
      leavesOn = next.firstDay + 1
    } else {
      leavesOn = round.lastDay + 1
    }
  }
}
