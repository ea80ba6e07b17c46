public import CampaignData

/// The days that a report is of, as far as they were over.
///
/// A day counts once it is over: before that, what is told of it tells where teams are.
public struct ReportPeriod: Sendable, Hashable {
  /// What the days are.
  public enum Kind: Sendable, Hashable {
    /// Monday to Sunday.
    case week
    /// A round 轮次.
    case round(CampaignRound)
  }

  /// A week or a round.
  public let kind: Kind
  /// The first and the last day, over or not.
  public let days: ClosedRange<CalendarDate>
  /// The first day that was not over at the moment of the report.
  public let openDay: CalendarDate

  /// The week that holds a day, by what was over at a moment.
  public static func week(of date: CalendarDate, asOf moment: Moment) -> ReportPeriod {
    let monday = date - (date.weekday - 1)
    return ReportPeriod(kind: .week, days: monday...(monday + 6), openDay: moment.date)
  }

  /// A round, by what was over at a moment.
  public static func round(_ round: CampaignRound, asOf moment: Moment) -> ReportPeriod {
    ReportPeriod(kind: .round(round), days: round.days, openDay: moment.date)
  }

  private init(kind: Kind, days: ClosedRange<CalendarDate>, openDay: CalendarDate) {
    self.kind = kind
    self.days = days
    self.openDay = openDay
  }

  /// True if some of its days were not over.
  public var isRunning: Bool { openDay <= days.upperBound }
  /// True if no day of it was over.
  public var isAhead: Bool { openDay <= days.lowerBound }
  /// The last day that counts; the last day of all if none does.
  public var lastDay: CalendarDate { isAhead ? days.upperBound : min(days.upperBound, openDay - 1) }

  /// True for a day of the period that was over.
  public func contains(_ day: CalendarDate) -> Bool { days.contains(day) && day < openDay }

  /// True for a visit of the week's days or of the round, on a day that was over.
  func counts(_ visit: WorkedVisits.Row) -> Bool {
    guard visit.day < openDay else { return false }
    return switch kind {
    case .week: days.contains(visit.day)
    case .round(let round): visit.round == round.number
    }
  }

  /// The rounds that its days are of, ascending.
  public var rounds: [CampaignRound] {
    switch kind {
    case .week: CampaignData.rounds.all.filter { $0.days.overlaps(days) }
    case .round(let round): [round]
    }
  }
}
