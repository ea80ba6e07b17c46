public import CampaignData

/// The days on which problems handed over are verified: a week after every two rounds (the plan of
/// 2018, section 5.4).
///
/// Where a gap follows the second round the week lies in it, on days of no round; what it left over
/// is verified in the first week of the round that follows.
public struct VerificationDays: Sendable, Hashable {
  /// The weeks, in order.
  public let weeks: [ClosedRange<CalendarDate>]

  /// The weeks of a calendar.
  /// - Parameter length: days of a week of verification.
  public init(
    _ calendar: RoundCalendar = CampaignData.rounds,
    length: Int = CampaignData.settings.integer("verification_days") ?? 7
  ) {
    var weeks: [ClosedRange<CalendarDate>] = []
    for round in calendar.all {
      guard let first = round.verificationFrom, length > 0 else { continue }
      weeks.append(first...(first + (length - 1)))
      guard calendar.containing(first) == nil,
        let next = calendar.all.first(where: { $0.firstDay > first })
      else { continue }
      weeks.append(next.firstDay...min(next.lastDay, next.firstDay + (length - 1)))
    }
    self.weeks = weeks
  }

  /// The days of verification among some days, in order.
  public func within(_ days: ClosedRange<CalendarDate>) -> [CalendarDate] {
    (0...(days.upperBound - days.lowerBound)).map { days.lowerBound + $0 }
      .filter { day in weeks.contains { $0.contains(day) } }
  }

  /// The week in which a round's problems are verified: the first after its last day.
  public func week(after round: CampaignRound) -> ClosedRange<CalendarDate>? {
    weeks.first { $0.lowerBound > round.lastDay }
  }
}
