import CampaignData

/// What stands in a cell.
enum CellValue: Hashable {
  /// Nothing.
  case empty
  /// Words; never a formula, whatever they begin with.
  case text(String)
  /// A number.
  case number(Double)
  /// A day.
  case date(CalendarDate)
  /// A day and a time.
  case moment(Moment)
  /// A web address under a word.
  case link(String, text: String)

  /// Excel's day number: days since 1899-12-30, the time as a part of the day.
  var serial: Double? {
    switch self {
    case .number(let number): number
    case .date(let date): Self.serial(date, second: 0)
    case .moment(let moment): Self.serial(moment.date, second: moment.secondOfDay)
    case .empty, .text, .link: nil
    }
  }

  /// What a person reads, to find how wide a column must be.
  var shown: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .number(let number): Int(exactly: number).map { String($0) } ?? "0.00"
    case .date: "2018-12-24"
    case .moment: "2018-12-24 08:30"
    case .link(_, let text): text
    }
  }

  private static func serial(_ date: CalendarDate, second: Int) -> Double {
    Double(date.daysSince1970 + 25_569) + Double(second) / 86_400
  }
}

extension CellValue {
  /// Words, or nothing for none.
  static func words(_ text: String) -> CellValue { text.isEmpty ? .empty : .text(text) }

  /// A whole number, or nothing.
  static func whole(_ number: Int) -> CellValue { .number(Double(number)) }

  /// A number as a list writes it, or nothing.
  static func number(_ text: String) -> CellValue { Double(text).map(CellValue.number) ?? .empty }

  /// A day as a list writes it, or nothing.
  static func date(_ text: String) -> CellValue { CalendarDate(text).map(CellValue.date) ?? .empty }

  /// A moment as a list writes it, or nothing.
  static func moment(_ text: String) -> CellValue { Moment(text).map(CellValue.moment) ?? .empty }
}
