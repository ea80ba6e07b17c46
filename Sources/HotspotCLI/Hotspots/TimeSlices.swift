import CampaignData
import Geo
import Terminal

/// The slices of time that rows fall into.
struct TimeSlices: Sendable {
  /// The name of each slice, in the order of time.
  let labels: [String]
  /// The slice of each row; nil for rows without a time, and before the first whole slice.
  let rows: [Int?]

  /// The most slices that are made.
  private static let most = 10_000

  /// Sorts rows into slices.
  ///
  /// Without a length every time is a slice: numbers, or dates. Slices of days are counted back from
  /// the last day, so that the last one is whole; what is left over at the start is left out.
  init(
    _ times: [FieldValue], _ length: SliceLength?, in file: String, _ record: inout AnalysisRecord
  ) throws {
    let blank = times.count { $0.isBlank }
    if blank > 0 {
      record.warn(
        "times", zh: "\(blank) 行没有时间：不参加计算。", en: "Rows without a time, left out: \(blank).")
    }
    if length == nil, let numbers = Self.numbers(times) {
      let keys = Set(numbers.compactMap(\.self)).sorted()
      let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
      labels = keys.map { FieldValue.real($0).text }
      rows = numbers.map { $0.flatMap { places[$0] } }
      Self.noteGaps(keys, labels, &record)
    } else {
      let moments = try Self.moments(times, in: file)
      switch length {
      case nil: (labels, rows) = Self.each(moments, &record)
      case .days(let days): (labels, rows) = Self.whole(moments, days: days, &record)
      case .month: (labels, rows) = Self.calendar(moments, months: 1, &record)
      case .year: (labels, rows) = Self.calendar(moments, months: 12, &record)
      }
    }
    guard labels.count > 1, labels.count <= Self.most else {
      throw CommandFailure(
        status: .badData,
        message: "\(labels.count) slices of time, expected 2 to \(Self.most)", file: file,
        hint: "Say how long a slice is with --slice, as in 7d or month.")
    }
    record.note(
      "slices", zh: "\(labels.count) 个时间片，从 \(labels[0]) 到 \(labels[labels.count - 1])。",
      en: "\(labels.count) slices of time, from \(labels[0]) to \(labels[labels.count - 1]).")
  }

  /// All times as numbers; nil if one is none.
  private static func numbers(_ times: [FieldValue]) -> [Double?]? {
    let numbers = times.map(\.number)
    return zip(times, numbers).allSatisfy { $0.isBlank || $1 != nil } ? numbers : nil
  }

  /// All times as moments; a month, as in 2018-11, is its first day.
  private static func moments(_ times: [FieldValue], in file: String) throws -> [Moment?] {
    try times.enumerated().map { row, time in
      guard !time.isBlank else { return nil }
      let text = time.text
      guard let moment = Moment(text) ?? Moment(text + "-01") else {
        throw CommandFailure(
          status: .badData, message: "\"\(text)\" is no date, expected one as in 2018-11-23",
          file: file, row: row + 1, hint: "Correct it, or name another column with --time.")
      }
      return moment
    }
  }

  private static func each(
    _ moments: [Moment?], _ record: inout AnalysisRecord
  ) -> ([String], [Int?]) {
    let keys = Set(moments.compactMap(\.self)).sorted()
    let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    let areDays = keys.allSatisfy { $0.secondOfDay == 0 }
    let labels = keys.map { areDays ? $0.date.description : $0.description }
    noteGaps(keys.map { Double($0.secondsSince1970) }, labels, &record)
    return (labels, moments.map { $0.flatMap { places[$0] } })
  }

  /// A step half as long again as the usual one may be a slice that no row is of.
  private static func noteGaps(
    _ keys: [Double], _ labels: [String], _ record: inout AnalysisRecord
  ) {
    let steps = zip(keys.dropFirst(), keys).map(-)
    guard let usual = steps.sorted().dropFirst(steps.count / 2).first,
      let wide = steps.firstIndex(where: { $0 > 1.5 * usual })
    else { return }
    record.warn(
      "gap", zh: "时间间隔不等：\(labels[wide]) 与 \(labels[wide + 1]) 之间可能缺少时间片。",
      en: "Times are not evenly spaced: a slice may be missing between \(labels[wide]) and "
        + "\(labels[wide + 1]).")
  }

  private static func whole(
    _ moments: [Moment?], days: Int, _ record: inout AnalysisRecord
  ) -> ([String], [Int?]) {
    let dates = moments.map { $0?.date }
    let present = dates.compactMap(\.self)
    guard let first = present.min(), let last = present.max() else { return ([], []) }
    let count = min((last - first + 1) / days, most + 1)
    let start = last - (count * days - 1)
    let early = present.count { $0 < start }
    if early > 0 {
      record.note(
        "early", zh: "\(early) 行早于第一个完整的时间片（\(start)）：不参加计算。",
        en: "Rows before the first whole slice, which begins on \(start), left out: \(early).")
    }
    let labels = (0..<count).map { (start + $0 * days).description }
    return (labels, dates.map { $0.flatMap { $0 < start ? nil : ($0 - start) / days } })
  }

  private static func calendar(
    _ moments: [Moment?], months: Int, _ record: inout AnalysisRecord
  ) -> ([String], [Int?]) {
    let dates = moments.map { $0?.date }
    func number(_ date: CalendarDate) -> Int { (date.year * 12 + date.month - 1) / months }
    let present = dates.compactMap(\.self)
    guard let first = present.min(), let last = present.max() else { return ([], []) }
    let start = number(first)
    let labels = (start...min(number(last), start + most)).map { slice in
      let (year, month) = (slice * months / 12, slice * months % 12 + 1)
      return months == 12 ? "\(year)" : "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
    }
    if number(last + 1) == number(last) {
      record.warn(
        "last-slice", zh: "最后一个时间片可能不完整：最后的日期是 \(last)。",
        en: "The last slice may not be whole: the last day is \(last).")
    }
    return (labels, dates.map { $0.map { number($0) - start } })
  }
}
