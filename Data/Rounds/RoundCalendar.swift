/// When the campaign inspects: its phases, rounds and pauses.
public struct RoundCalendar: Sendable {
  /// The three phases, in order.
  public let phases: [Phase]
  /// The 21 rounds, in order.
  public let all: [CampaignRound]
  /// The days within a phase on which nobody inspects.
  public let pauses: [Pause]

  /// A calendar; the parts in order.
  public init(phases: [Phase], rounds: [CampaignRound], pauses: [Pause]) {
    self.phases = phases
    all = rounds
    self.pauses = pauses
  }

  /// The round with a number, 1 to 21.
  public func round(_ number: Int) -> CampaignRound? {
    all.first { $0.number == number }
  }

  /// The round that a day belongs to; nil before, after and between rounds.
  public func containing(_ date: CalendarDate) -> CampaignRound? {
    all.first { $0.days.contains(date) }
  }

  /// The phase that a day belongs to; a pause is part of its phase.
  public func phase(containing date: CalendarDate) -> Phase? {
    phases.first { $0.firstDay <= date && date <= $0.lastDay }
  }
}
