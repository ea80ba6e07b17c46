import CampaignData
import Foundation
import Terminal

/// Which raster is of which month, as named on the command line.
struct MonthlyRasters: Sendable, Hashable {
  /// The file of each month.
  private(set) var paths: [CalendarMonth: String] = [:]

  /// Reads `2018-10=FILE`, `pm25-%Y-%m.tif` for the months needed, or files with a month in their
  /// names.
  ///
  /// Throws for a file whose month cannot be told, and for two files of one month.
  init(_ arguments: [String], needed: Set<CalendarMonth>) throws {
    for argument in arguments {
      for (month, path) in try Self.files(argument, needed: needed) {
        if let other = paths.updateValue(path, forKey: month), other != path {
          throw CommandFailure(
            status: .usage, message: "two files are of \(month): \(other) and \(path)", file: path,
            hint: "Name one file a month, as in \(month)=\(path).")
        }
      }
    }
  }

  private static func files(
    _ argument: String, needed: Set<CalendarMonth>
  ) throws -> [(CalendarMonth, String)] {
    if let split = argument.firstIndex(of: "="),
      let month = CalendarMonth(String(argument[..<split]))
    {
      return [(month, String(argument[argument.index(after: split)...]))]
    }
    if argument.contains("%") { return try filled(argument, needed) }
    let name = argument.split(separator: "/").last.map(String.init) ?? argument
    let months = Set(Self.months(in: name))
    guard let month = months.first, months.count == 1 else {
      throw CommandFailure(
        status: .usage,
        message: months.isEmpty
          ? "the name does not say which month the raster is of"
          : "the name has several months: \(months.sorted().map(\.description).joined(separator: ", "))",
        file: argument, hint: "Say it, as in 2018-10=\(argument).")
    }
    return [(month, argument)]
  }

  /// The files that are there of a pattern with %Y and %m.
  private static func filled(
    _ pattern: String, _ needed: Set<CalendarMonth>
  ) throws -> [(CalendarMonth, String)] {
    guard pattern.contains("%Y"), pattern.contains("%m"),
      !pattern.replacing("%Y", with: "").replacing("%m", with: "").contains("%")
    else {
      throw CommandFailure(
        status: .usage, message: "the pattern must have %Y and %m and no other %", file: pattern,
        hint: "Write it as in pm25-%Y-%m.tif.")
    }
    let all = needed.sorted().map { month in
      let digits = (month.month < 10 ? "0" : "") + String(month.month)
      return (
        month,
        pattern.replacing("%Y", with: String(month.year)).replacing("%m", with: digits)
      )
    }
    let found = all.filter { $0.1.contains(":") || FileManager.default.fileExists(atPath: $0.1) }
    guard !found.isEmpty else {
      throw CommandFailure(
        status: .inputMissing, message: "no file of the pattern is there", file: pattern,
        hint: "Looked for \(all.prefix(3).map(\.1).joined(separator: ", "))...")
    }
    return found
  }

  /// The months that a name mentions: 2018-10, 2018_10, 201810, with no digit beside.
  private static func months(in name: String) -> [CalendarMonth] {
    let characters = Array(name)
    func isDigit(_ place: Int) -> Bool {
      characters.indices.contains(place) && characters[place].isASCII && characters[place].isNumber
    }
    var months: [CalendarMonth] = []
    for start in characters.indices where !isDigit(start - 1) {
      for length in [6, 7] where start + length <= characters.count && !isDigit(start + length) {
        let word = String(characters[start..<start + length])
        if let month = CalendarMonth(word), (1950...2100).contains(month.year),
          (word.last?.isNumber ?? false)
        {
          months.append(month)
        }
      }
    }
    return months
  }
}
