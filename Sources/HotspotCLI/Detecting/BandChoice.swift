import ArgumentParser
import CampaignData
import Geo

/// Which bands of a raster count.
enum BandChoice: Sendable, Hashable, ExpressibleByArgument {
  /// The band of a number, from 1.
  case number(Int)
  /// All of them: their mean.
  case all
  /// Those of a time, by what the file says: their mean.
  case period(BandPeriod)

  /// Reads `3`, `all`, `2018-10`, `2018-01..2018-12` or `2018-11-05T14`.
  init?(argument: String) {
    if let number = Int(argument) {
      guard number >= 1 else { return nil }
      self = .number(number)
    } else if argument == "all" {
      self = .all
    } else if let hour = AlarmHour(argument: argument) {
      self = .period(BandPeriod(hour: hour.moment))
    } else if let months = MonthRange(argument: argument), let first = months.months.first,
      let last = months.months.last
    {
      self = .period(BandPeriod(first, through: last))
    } else {
      return nil
    }
  }
}
