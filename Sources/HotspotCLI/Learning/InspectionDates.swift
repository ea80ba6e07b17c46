import CampaignData
import Geo
import Terminal

/// Reads a column of dates, in days since 1970-01-01; times of day are kept as fractions.
///
/// Besides everything that `Moment` reads there are days with the year last, months by name, and
/// columns of numbers that spreadsheets and databases keep for dates. A date is that of the clock on
/// the wall: an offset from UTC is left out. Whether the month or the day comes first where the year
/// is last is settled by all rows together.
struct InspectionDates {
  private enum Entry {
    case none
    case day(Double)
    /// Two numbers that are month and day in some order, and a year.
    case unordered(Int, Int, Int)
    case number(Double)
  }

  /// What had to be assumed of a column.
  enum Guess: Hashable {
    case nothing
    /// Every date reads with the month first and with the day first.
    case monthFirst
    /// Numbers were taken for days since 1899-12-30, as spreadsheets count them.
    case spreadsheet
    /// Numbers were taken for seconds, or thousandths, since 1970-01-01.
    case seconds
  }

  private var entries: [Entry] = []
  /// The first value that is no date, with its row from 1.
  private(set) var fault: (row: Int, text: String)?

  /// Takes the next row's value.
  mutating func add(_ value: FieldValue) {
    let text = value.written
    if let number = Self.count(text) {
      entries.append(.number(number))
    } else if let day = Self.day(text) {
      entries.append(.day(day))
    } else if InspectionMissing.isMissing(text) {
      entries.append(.none)
    } else if let parts = LooseDate.unordered(text) {
      entries.append(.unordered(parts.0, parts.1, parts.year))
    } else if let number = Double(text.trimmed), number.isFinite {
      entries.append(.number(number))
    } else {
      fault = fault ?? (entries.count + 1, text)
      entries.append(.none)
    }
  }

  /// Digits that are no date but may count seconds: 20181224 and those with a time have 8, 12 or 14.
  private static func count(_ text: String) -> Double? {
    guard [9, 10, 11, 13].contains(text.utf8.count),
      text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    else { return nil }
    return Double(text)
  }

  /// Days of all rows, NaN where there is none, and what had to be assumed; throws if no reading fits
  /// all rows.
  func days(column: String, file: String) throws -> (days: [Double], guess: Guess) {
    let numbers = try numberScale(column: column, file: file)
    if let fault { throw noDate(fault.text, row: fault.row, column, file) }
    let isDayFirst = entries.contains {
      if case .unordered(let a, _, _) = $0 { a > 12 } else { false }
    }
    let isMonthFirst = entries.contains {
      if case .unordered(_, let b, _) = $0 { b > 12 } else { false }
    }
    var guess = numbers.guess
    let days = try entries.enumerated().map { row, entry in
      switch entry {
      case .none: return Double.nan
      case .day(let day): return day
      case .number(let number): return number / numbers.unit - numbers.origin
      case .unordered(let a, let b, let year):
        if !isDayFirst, !isMonthFirst { guess = .monthFirst }
        let (month, day) = isDayFirst ? (b, a) : (a, b)
        guard !(isDayFirst && isMonthFirst),
          let date = CalendarDate(year: year, month: month, day: day)
        else {
          throw CommandFailure(
            status: .badData,
            message: "\(column) is \"\(a)/\(b)/\(year)\", which no order of day and month reads "
              + "together with the other rows", file: file, row: row + 1,
            hint: "Write dates as 2018-11-03.")
        }
        return Double(date.daysSince1970)
      }
    }
    return (days, guess)
  }

  /// What a column of numbers counts: throws where some rows are numbers and others dates.
  private func numberScale(
    column: String, file: String
  ) throws -> (unit: Double, origin: Double, guess: Guess) {
    var numbers: (low: Double, high: Double)?
    var hasDates = false
    var first: (row: Int, value: Double)?
    for (row, entry) in entries.enumerated() {
      switch entry {
      case .none: continue
      case .day, .unordered: hasDates = true
      case .number(let value):
        first = first ?? (row + 1, value)
        numbers = (min(numbers?.low ?? value, value), max(numbers?.high ?? value, value))
      }
    }
    guard let numbers, let first else { return (1, 0, .nothing) }
    // 20,000 is 1954-10-03, 80,000 is 2119-01-11; 1e8 seconds are 1973-03-03.
    if !hasDates, numbers.low >= 20_000, numbers.high < 80_000 { return (1, 25_569, .spreadsheet) }
    if !hasDates, numbers.low >= 1e8, numbers.high < 1e10 { return (86_400, 0, .seconds) }
    if !hasDates, numbers.low >= 1e11, numbers.high < 1e13 { return (86_400_000, 0, .seconds) }
    throw noDate(FieldValue.real(first.value).written, row: first.row, column, file)
  }

  private func noDate(
    _ text: String, row: Int, _ column: String, _ file: String
  ) -> CommandFailure {
    CommandFailure(
      status: .badData, message: "\(column) is \"\(text)\", which is no date", file: file, row: row,
      hint: "Write dates as 2018-11-03 or 11/03/2018.")
  }

  /// A day that reads one way only, by the clock that wrote it; nil for other text.
  static func day(_ text: String) -> Double? {
    guard let moment = Moment(text) ?? LooseDate.named(text) else { return nil }
    let seconds = LooseDate.withoutOffset(text).flatMap { Moment($0) } ?? moment
    return Double(seconds.date.daysSince1970) + Double(seconds.secondOfDay) / 86_400
  }

  /// As `day`, and also a day with the year last, the month first unless it cannot be.
  static func anyDay(_ text: String) -> Double? {
    if let day = day(text) { return day }
    guard let (a, b, year) = LooseDate.unordered(text) else { return nil }
    let date =
      CalendarDate(year: year, month: a, day: b) ?? CalendarDate(year: year, month: b, day: a)
    return date.map { Double($0.daysSince1970) }
  }
}
