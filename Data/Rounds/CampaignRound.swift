/// A round 轮次: the stay of one crew, two weeks but for one.
public struct CampaignRound: Sendable, Hashable {
  /// 1 to 21.
  public let number: Int
  /// The phase it belongs to, 1 to 3.
  public let phase: Int
  /// Its first day, a Monday.
  public let firstDay: CalendarDate
  /// Its last day, a Sunday.
  public let lastDay: CalendarDate
  /// Whether a crew is taken over from, so that on the first Monday four of six people inspect.
  public let hasHandover: Bool
  /// The first day of the week in which problems of this and the round before are verified; nil
  /// after odd rounds.
  public let verificationFrom: CalendarDate?
  /// Where this was found.
  public let source: String

  /// First to last day.
  public var days: ClosedRange<CalendarDate> { firstDay...lastDay }

  /// How many days it has: 14, or 7.
  public var length: Int { lastDay - firstDay + 1 }

  /// The day on which both crews are there, if there is one.
  public var handoverDay: CalendarDate? { hasHandover ? firstDay : nil }

  /// A round of another calendar than the plan's.
  public init(
    number: Int, phase: Int, days: ClosedRange<CalendarDate>, hasHandover: Bool,
    verificationFrom: CalendarDate?, source: String
  ) {
    self.number = number
    self.phase = phase
    firstDay = days.lowerBound
    lastDay = days.upperBound
    self.hasHandover = hasHandover
    self.verificationFrom = verificationFrom
    self.source = source
  }

  init?(_ row: EmbeddedRow) {
    guard let number = row.integer("number"), let phase = row.integer("phase"),
      let first = row.date("first_day"), let last = row.date("last_day"), first <= last,
      let handover = row.flag("handover")
    else { return nil }
    self.number = number
    self.phase = phase
    firstDay = first
    lastDay = last
    hasHandover = handover
    verificationFrom = row.date("verification_from")
    source = row.text("source")
  }
}
