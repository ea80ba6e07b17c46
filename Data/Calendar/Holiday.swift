/// A day on which, against the rule of the week, most of the country rests or works.
public struct Holiday: Sendable, Hashable {
  /// The day.
  public let date: CalendarDate
  /// True where a weekend is worked instead, 调休.
  public let isWorked: Bool
  /// Chinese name.
  public let nameZH: String
  /// English name.
  public let nameEN: String

  init?(_ row: EmbeddedRow) {
    guard let date = row.date("date"), ["off", "work"].contains(row.text("kind")) else {
      return nil
    }
    self.date = date
    isWorked = row.text("kind") == "work"
    nameZH = row.text("name_zh")
    nameEN = row.text("name_en")
  }
}
