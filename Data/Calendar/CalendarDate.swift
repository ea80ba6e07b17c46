/// A day of the Gregorian calendar, without a time or a zone.
///
/// ```swift
/// CalendarDate("2018年11月3日")?.description  // 2018-11-03
/// CalendarDate(year: 2018, month: 11, day: 31)  // nil: November has 30 days
/// ```
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01, which is day 0; negative before it.
  public let daysSince1970: Int

  /// The day that lies `daysSince1970` days after 1970-01-01.
  public init(daysSince1970: Int) {
    self.daysSince1970 = daysSince1970
  }

  /// A day by its parts, nil when there is no such day or the year is not of 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.length(ofMonth: month, year: year) else { return nil }
    // Years counted from March put the leap day last, so that months have a closed form.
    let yearFromMarch = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    daysSince1970 =
      yearFromMarch * 365 + yearFromMarch / 4 - yearFromMarch / 100 + yearFromMarch / 400
      + dayOfYear - 719_468
  }

  /// A day as people write it, nil when the text is something else or no such day exists.
  ///
  /// Read are `2018-11-03`, `2018/11/3`, `2018.11.3`, `20181103` and `2018年11月3日`, with blanks
  /// around; a time after it is allowed only when it is midnight, which is how spreadsheets export
  /// days.
  public init?(_ text: String) {
    guard let written = WrittenMoment(text), written.offset == nil, written.secondOfDay == 0 else {
      return nil
    }
    self = written.date
  }

  /// The year, as in 2018.
  public var year: Int { parts.year }

  /// The month, 1 to 12.
  public var month: Int { parts.month }

  /// The day of the month, 1 to 31.
  public var day: Int { parts.day }

  /// The day of the week: Monday is 1, Sunday 7.
  public var weekday: Int {
    let sinceThursday = (daysSince1970 + 3) % 7
    return (sinceThursday < 0 ? sinceThursday + 7 : sinceThursday) + 1
  }

  /// The day `days` after `date`, before it when negative.
  public static func + (date: CalendarDate, days: Int) -> CalendarDate {
    CalendarDate(daysSince1970: date.daysSince1970 + days)
  }

  /// The day `days` before `date`.
  public static func - (date: CalendarDate, days: Int) -> CalendarDate {
    CalendarDate(daysSince1970: date.daysSince1970 - days)
  }

  /// How many days `later` lies after `earlier`.
  public static func - (later: CalendarDate, earlier: CalendarDate) -> Int {
    later.daysSince1970 - earlier.daysSince1970
  }

  /// Whether `lhs` is the earlier day.
  public static func < (lhs: CalendarDate, rhs: CalendarDate) -> Bool {
    lhs.daysSince1970 < rhs.daysSince1970
  }

  /// Year, month and day at once, cheaper than one by one.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The day in ISO 8601, as in `2018-11-03`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { buffer in
      write(to: buffer)
      return 10
    }
  }

  /// Writes the ten bytes of `yyyy-mm-dd` to the start of `buffer`.
  func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
    let (year, month, day) = parts
    writeDigits(year / 100, to: buffer, at: 0)
    writeDigits(year % 100, to: buffer, at: 2)
    buffer[4] = UInt8(ascii: "-")
    writeDigits(month, to: buffer, at: 5)
    buffer[7] = UInt8(ascii: "-")
    writeDigits(day, to: buffer, at: 8)
  }
}

/// Writes a number of 0...99 as two digits.
func writeDigits(_ value: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at index: Int) {
  buffer[index] = UInt8(truncatingIfNeeded: 48 + value / 10 % 10)
  buffer[index + 1] = UInt8(truncatingIfNeeded: 48 + value % 10)
}
