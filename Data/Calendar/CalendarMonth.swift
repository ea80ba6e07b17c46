/// A month of the Gregorian calendar.
public struct CalendarMonth: Sendable, Hashable, Comparable {
  /// Months since January of the year 0.
  private let index: Int

  /// The month that a date lies in.
  public init(_ date: CalendarDate) {
    index = date.year * 12 + date.month - 1
  }

  private init(index: Int) {
    self.index = index
  }

  /// Reads `2018-10`, `201810`, `2018/10`, `2018.10`, `2018_10` or `2018年10月`; nil for anything else.
  public init?(_ text: String) {
    var bytes = Substring(text)
    guard let year = Self.number(&bytes, digits: 4) else { return nil }
    if let first = bytes.first, "-/._年".contains(first) { bytes.removeFirst() }
    guard
      let month = Self.number(&bytes, digits: 2) ?? Self.number(&bytes, digits: 1)
    else { return nil }
    if bytes == "月" { bytes.removeFirst() }
    guard bytes.isEmpty, (1...12).contains(month), (1000...9999).contains(year) else { return nil }
    index = year * 12 + month - 1
  }

  /// The year.
  public var year: Int { index / 12 }
  /// The month of the year, 1 to 12.
  public var month: Int { index % 12 + 1 }
  /// The first day.
  public var firstDay: CalendarDate? { CalendarDate(year: year, month: month, day: 1) }

  /// The month some months before.
  public static func - (month: CalendarMonth, months: Int) -> CalendarMonth {
    CalendarMonth(index: month.index - months)
  }

  /// The month some months after.
  public static func + (month: CalendarMonth, months: Int) -> CalendarMonth {
    CalendarMonth(index: month.index + months)
  }

  /// By time.
  public static func < (lhs: CalendarMonth, rhs: CalendarMonth) -> Bool { lhs.index < rhs.index }

  private static func number(_ text: inout Substring, digits: Int) -> Int? {
    let taken = text.prefix(digits)
    guard taken.utf8.count == digits, taken.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    text.removeFirst(digits)
    return Int(taken)
  }
}

extension CalendarMonth: CustomStringConvertible {
  /// `2018-10`.
  public var description: String {
    let year = String(year)
    return String(repeating: "0", count: max(0, 4 - year.count)) + year
      + (month < 10 ? "-0" : "-") + String(month)
  }
}
