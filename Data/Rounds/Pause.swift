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
