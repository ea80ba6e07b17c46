/// A phase 阶段 of the campaign.
public struct Phase: Sendable, Hashable {
  /// 1 to 3.
  public let number: Int
  /// Its first day, a Monday.
  public let firstDay: CalendarDate
  /// Its last day, a Sunday.
  public let lastDay: CalendarDate
  /// The regions with standing teams.
  public let regions: [Region]
  /// Chinese name.
  public let nameZH: String
  /// English name.
  public let nameEN: String

  /// First to last day.
  public var days: ClosedRange<CalendarDate> { firstDay...lastDay }

  /// A phase of another calendar than the plan's.
  public init(
    number: Int, days: ClosedRange<CalendarDate>, regions: [Region], nameZH: String,
    nameEN: String
  ) {
    self.number = number
    firstDay = days.lowerBound
    lastDay = days.upperBound
    self.regions = regions
    self.nameZH = nameZH
    self.nameEN = nameEN
  }

  init?(_ row: EmbeddedRow) {
    guard let number = row.integer("number"), let first = row.date("first_day"),
      let last = row.date("last_day"), first <= last
    else { return nil }
    self.number = number
    firstDay = first
    lastDay = last
    regions = row.list("regions").compactMap(Region.init)
    nameZH = row.text("name_zh")
    nameEN = row.text("name_en")
  }
}
