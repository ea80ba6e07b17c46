/// Days within a phase on which nobody inspects.
public struct Pause: Sendable, Hashable {
  /// The first day without inspections.
  public let firstDay: CalendarDate
  /// The last day without inspections.
  public let lastDay: CalendarDate
  /// Chinese name.
  public let nameZH: String
  /// English name.
  public let nameEN: String

  /// First to last day.
  public var days: ClosedRange<CalendarDate> { firstDay...lastDay }

  /// A pause of another calendar than the plan's.
  public init(days: ClosedRange<CalendarDate>, nameZH: String, nameEN: String) {
    firstDay = days.lowerBound
    lastDay = days.upperBound
    self.nameZH = nameZH
    self.nameEN = nameEN
  }

  init?(_ row: EmbeddedRow) {
    guard let first = row.date("first_day"), let last = row.date("last_day"), first <= last else {
      return nil
    }
    firstDay = first
    lastDay = last
    nameZH = row.text("name_zh")
    nameEN = row.text("name_en")
  }
}
