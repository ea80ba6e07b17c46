import CampaignData

/// The hours of a day in which teams inspect.
struct WorkingHours: Sendable {
  private let start: Int64
  private let length: Int64

  init(_ settings: PlanSettings) {
    start = Int64(settings.dayStart)
    length = Int64(settings.dayHours * 3600)
  }

  /// When the teams leave.
  func start(of day: CalendarDate) -> Moment {
    Moment(secondsSince1970: Moment(day).secondsSince1970 + start)
  }

  /// When they are back.
  func end(of day: CalendarDate) -> Moment {
    Moment(secondsSince1970: start(of: day).secondsSince1970 + length)
  }

  /// True if a span, open to its end where it has none, meets the hours of a day.
  func meet(_ first: Moment, _ last: Moment?, on day: CalendarDate) -> Bool {
    first < end(of: day) && last.map { $0 > start(of: day) } ?? true
  }
}
