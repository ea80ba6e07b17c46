import CampaignData
import Terminal

/// Dates as they stand in tables from elsewhere, which `Moment` does not read.
enum LooseDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// A date without its offset from UTC, if it has one after a time of day.
  static func withoutOffset(_ text: String) -> String? {
    let utf8 = text.utf8
    guard utf8.count > 16, utf8.contains(UInt8(ascii: ":")) else { return nil }
    if text.hasSuffix("Z") || text.hasSuffix("z") { return String(text.dropLast()) }
    guard let sign = utf8.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
      let colon = utf8.firstIndex(of: UInt8(ascii: ":")), sign > colon
    else { return nil }
    return String(text[..<sign])
  }

  /// Three numbers with the year last, as 09/02/2014, 2-9-14 or 02.09.2014 12:00 AM.
  ///
  /// What follows a blank is left out. A year of two digits is from 1970 to 2069.
  static func unordered(_ text: String) -> (Int, Int, year: Int)? {
    let day = text.trimmed.prefix { $0 != " " && $0 != "T" && $0 != "," }
    guard let separator = ["/", "-", "."].first(where: { day.contains($0) }) else { return nil }
    let parts = day.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), let last = Int(parts[2]),
      (1...31).contains(a), (1...31).contains(b), a <= 12 || b <= 12,
      parts[2].count == 2 || (1000...9999).contains(last), last >= 0
    else { return nil }
    return (a, b, parts[2].count > 2 ? last : last < 70 ? 2000 + last : 1900 + last)
  }

  /// A date with the month by its English name, as Sep 2, 2014, 02-Sep-14 or 2 September 2014, or a
  /// date that something else follows, as 2014-09-02 12:00:00 AM.
  static func named(_ text: String) -> Moment? {
    guard text.utf8.count >= 8, text.utf8.count <= 40 else { return nil }
    if let blank = text.utf8.firstIndex(of: UInt8(ascii: " ")),
      let moment = Moment(String(text[..<blank]))
    {
      return moment
    }
    let words = text.split { !($0.isLetter || $0.isNumber) }.prefix(4).map { $0.lowercased() }
    guard words.count >= 3,
      let place = words.prefix(2).firstIndex(where: { word in
        word.count >= 3 && months.contains(String(word.prefix(3))) && word.allSatisfy(\.isLetter)
      }),
      let month = months.firstIndex(of: String(words[place].prefix(3)))
    else { return nil }
    let numbers = words.enumerated().filter { $0.offset != place }.prefix(2).map { Int($0.element) }
    guard let day = numbers[0], let year = numbers[1] else { return nil }
    let full = words[2].count > 2 ? year : year < 70 ? 2000 + year : 1900 + year
    return CalendarDate(year: full, month: month + 1, day: day).map { Moment($0) }
  }
}
