import CampaignData
import Geo

/// A time that bands of a raster may be of.
///
/// Months are those of the time that the file says, which is UTC as a rule: a mean of October is
/// stamped with a day of October. Hours are exact, and in China Standard Time.
struct BandPeriod: Sendable, Hashable {
  /// Its name, as in `2018-10`.
  let name: String
  private let seconds: Range<Int64>

  /// The whole of some months.
  init(_ first: CalendarMonth, through last: CalendarMonth) {
    name = first == last ? first.description : "\(first)..\(last)"
    let begin = Self.begin(of: first)
    seconds = begin..<max(begin, Self.begin(of: last + 1))
  }

  /// An hour from its begin.
  init(hour: Moment) {
    name = String(hour.description.prefix(13))
    seconds = hour.secondsSince1970..<hour.secondsSince1970 + 3600
  }

  private static func begin(of month: CalendarMonth) -> Int64 {
    Int64(month.firstDay?.daysSince1970 ?? 0) * 86_400
  }

  /// The numbers of the bands that are of it, from 1.
  func bands(of reader: borrowing RasterReader) -> [Int] {
    reader.bands.enumerated().filter { $0.element.time.map(seconds.contains) ?? false }
      .map { $0.offset + 1 }
  }

  /// The months that the bands of a file with several are of, as the file says; empty where it does
  /// not, or is no raster.
  static func months(ofBandsIn path: String) -> Set<CalendarMonth> {
    Set(times(ofBandsIn: path).map(month))
  }

  /// The month of a time, UTC.
  static func month(_ time: Int64) -> CalendarMonth {
    let day = time >= 0 ? time / 86_400 : (time - 86_399) / 86_400
    return CalendarMonth(CalendarDate(daysSince1970: Int(day)))
  }

  /// The times of the bands of a file with several.
  static func times(ofBandsIn path: String) -> [Int64] {
    guard let reader = try? RasterReader(path: path), reader.bands.count > 1 else { return [] }
    return reader.bands.compactMap(\.time)
  }
}
