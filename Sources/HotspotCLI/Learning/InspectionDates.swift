import CampaignData
import Geo

/// Reads a column of dates, in days since 1970-01-01; times of day are kept as fractions.
///
/// Besides everything that `Moment` reads there are days with slashes and the year last. Whether the
/// month or the day comes first there is settled by all rows together.
struct InspectionDates {
  private enum Entry {
    case none
    case day(Double)
    case slashed(Int, Int, Int)
  }

  private var entries: [Entry] = []
  /// The first value that is no date, with its row from 1.
  private(set) var fault: (row: Int, text: String)?

  /// Takes the next row's value.
  mutating func add(_ value: FieldValue) {
    let text = value.written
    if InspectionMissing.isMissing(text) {
      entries.append(.none)
    } else if let day = Self.day(text) {
      entries.append(.day(day))
    } else if let parts = Self.slashed(text) {
      entries.append(.slashed(parts.0, parts.1, parts.2))
    } else {
      fault = fault ?? (entries.count + 1, text)
      entries.append(.none)
    }
  }

  /// Days of all rows, NaN where there is none, and whether the month was put first for want of a
  /// sign; throws if no reading fits all rows.
  func days(column: String, file: String) throws -> (days: [Double], isGuessed: Bool) {
    if let fault {
      throw CommandFailure(
        status: .badData, message: "\(column) is \"\(fault.text)\", which is no date", file: file,
        row: fault.row, hint: "Write dates as 2018-11-03 or 11/03/2018.")
    }
    let isDayFirst = entries.contains {
      if case .slashed(let a, _, _) = $0 { a > 12 } else { false }
    }
    let isMonthFirst = entries.contains {
      if case .slashed(_, let b, _) = $0 { b > 12 } else { false }
    }
    var isGuessed = false
    let days = try entries.enumerated().map { row, entry in
      switch entry {
      case .none: return Double.nan
      case .day(let day): return day
      case .slashed(let a, let b, let year):
        if !isDayFirst, !isMonthFirst { isGuessed = true }
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
    return (days, isGuessed)
  }

  /// A day as the program reads it everywhere; nil for other text.
  static func day(_ text: String) -> Double? {
    guard let moment = Moment(text) else { return nil }
    return Double(moment.date.daysSince1970) + Double(moment.secondOfDay) / 86_400
  }

  private static func slashed(_ text: String) -> (Int, Int, Int)? {
    let parts = text.prefix { $0 != " " && $0 != "T" }
      .split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let a = parts[0], let b = parts[1], let year = parts[2],
      (1...31).contains(a), (1...31).contains(b), (1000...9999).contains(year)
    else { return nil }
    return (a, b, year)
  }
}
