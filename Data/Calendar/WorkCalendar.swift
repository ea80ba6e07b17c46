/// Which day of the week a day is like, holidays and worked weekends considered.
public struct WorkCalendar: Sendable {
  /// The days against the rule of the week.
  public let holidays: [Holiday]

  private let kinds: [Int: Bool]

  init(_ holidays: [Holiday]) {
    self.holidays = holidays
    kinds = Dictionary(holidays.map { ($0.date.daysSince1970, $0.isWorked) }) { $1 }
  }

  /// The weekday that a day is like, 1 to 7: a holiday is like a Sunday, a worked weekend like a
  /// Wednesday, any other day is its own.
  ///
  /// Years that the table does not hold have weekends only.
  public func likeWeekday(_ date: CalendarDate) -> Int {
    switch kinds[date.daysSince1970] {
    case true: 3
    case false: 7
    case nil: date.weekday
    }
  }
}

extension CampaignData {
  /// Holidays and worked weekends of 2018 and 2019.
  public static let workCalendar = WorkCalendar(
    EmbeddedTable(named: "holidays").rows.compactMap(Holiday.init))
}
