internal import CampaignData

/// The columns of a table that has a row for each meter and day, and a column for each interval.
///
/// Their headings count the intervals (`P1` to `P96`, from 0 or 1) or name times of day (`00:00` to
/// `23:45`, or `00:15` to `24:00`, which are ends), all behind the same word or none.
struct DayColumns {
  /// A field, and the interval of the day that it holds, from 0; -1 is the last one of the day before.
  struct Column: Equatable {
    let field: Int
    let interval: Int
  }

  /// The columns in the order of the day.
  let columns: [Column]
  /// What stands before the numbers or times, without blanks and lines.
  let word: String

  /// The columns among some headings; nil where there is no such set.
  ///
  /// - Parameters:
  ///   - fields: The fields that may be such columns.
  ///   - perDay: Intervals in a day.
  ///   - isEnd: Whether times of day are the ends of intervals.
  init?(_ headings: [String], fields: [Int], perDay: Int, isEnd: Bool) {
    var sets: [String: [(field: Int, mark: Mark)]] = [:]
    for field in fields {
      guard let (word, mark) = Self.divide(headings[field]) else { continue }
      sets[word, default: []].append((field, mark))
    }
    for (word, set) in sets.sorted(by: { $0.key < $1.key }) where set.count == perDay {
      guard let columns = Self.columns(set, perDay, isEnd) else { continue }
      (self.columns, self.word) = (columns, word)
      return
    }
    return nil
  }

  /// What a heading says of its interval.
  private enum Mark {
    /// Minutes since midnight.
    case clock(Int)
    /// Its number.
    case number(Int)
  }

  private static func columns(
    _ set: [(field: Int, mark: Mark)], _ perDay: Int, _ isEnd: Bool
  ) -> [Column]? {
    let clocks = set.compactMap { if case .clock(let minute) = $0.mark { minute } else { nil } }
    let numbers = set.compactMap { if case .number(let number) = $0.mark { number } else { nil } }
    let minutes = 1440 / perDay
    var places: [Int]
    if clocks.count == perDay, clocks.allSatisfy({ $0 % minutes == 0 }) {
      let shift = isEnd || clocks.contains(1440) ? 1 : 0
      places = clocks.map { $0 / minutes - shift }
    } else if numbers.count == perDay, let least = numbers.min(), least <= 1 {
      places = numbers.map { $0 - least }
    } else {
      return nil
    }
    let sorted = zip(set, places).map { Column(field: $0.field, interval: $1) }
      .sorted { $0.interval < $1.interval }
    let first = sorted[0].interval
    guard sorted.enumerated().allSatisfy({ $1.interval == first + $0 }) else { return nil }
    return sorted
  }

  /// A heading as a word and the time or number behind it; nil without one.
  private static func divide(_ heading: String) -> (word: String, mark: Mark)? {
    let text = PlainText.trimmed(heading)
    guard let start = text.firstIndex(where: \.isNumber) else { return nil }
    let word = text[..<start].filter { !" _-.".contains($0) }
    var parts: [Int] = []
    for part in text[start...].split(whereSeparator: { ":：时点分_".contains($0) }) {
      guard part.utf8.count <= 4, let number = Int(part) else { return nil }
      parts.append(number)
    }
    guard let first = parts.first else { return nil }
    if parts.count == 1 {
      // Four digits are a time, 0015; fewer are a number.
      guard text[start...].utf8.count == 4 else { return (word, .number(first)) }
      return first % 100 < 60 && first <= 2400
        ? (word, .clock(first / 100 * 60 + first % 100)) : nil
    }
    let minute = first * 60 + parts[1]
    guard parts[1] < 60, minute <= 1440, parts.count == 2 || parts[2] == 0 else { return nil }
    return (word, .clock(minute))
  }
}
