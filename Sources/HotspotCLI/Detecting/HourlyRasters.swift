import CampaignData
import Foundation
import Terminal

/// The rasters of an hour and of those before it, as named on the command line.
struct HourlyRasters: Sendable {
  /// The file of each hour, the last one that was asked for.
  private(set) var paths: [(hour: Moment, path: String)] = []

  /// Hours looked back on, the last one included.
  static let span = 24

  /// Reads `2018-11-05T14=FILE`, or a pattern with %Y, %m, %d and %H, whose files that are there are
  /// taken; hours are in China Standard Time.
  ///
  /// Throws if the hour itself has no file.
  init(_ arguments: [String], until last: Moment) throws {
    let hours = (0..<Self.span).map { last.adding(seconds: -3600 * $0) }
    var found: [Moment: String] = [:]
    for argument in arguments {
      if argument.contains("%") {
        for hour in hours {
          let path = Self.filled(argument, hour)
          if FileManager.default.fileExists(atPath: path) { found[hour] = path }
        }
        continue
      }
      guard let split = argument.firstIndex(of: "="),
        let hour = AlarmHour(argument: String(argument[..<split]))?.moment
      else {
        throw CommandFailure(
          status: .usage, message: "the argument does not say which hour the raster is of",
          file: argument,
          hint: "Write 2018-11-05T14=\(argument), or a pattern as in pm25-%Y%m%d%H.tif.")
      }
      found[hour] = String(argument[argument.index(after: split)...])
    }
    paths = hours.reversed().compactMap { hour in found[hour].map { (hour, $0) } }
    guard found[last] != nil else {
      throw CommandFailure(
        status: .inputMissing, message: "there is no raster of \(last)", file: arguments.first,
        hint: "Name it, as in \(String(last.description.prefix(13)))=FILE, or correct --hour.")
    }
  }

  private static func filled(_ pattern: String, _ hour: Moment) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let day = hour.date
    return pattern.replacing("%Y", with: String(day.year))
      .replacing("%m", with: two(day.month)).replacing("%d", with: two(day.day))
      .replacing("%H", with: two(hour.secondOfDay / 3600))
  }
}
