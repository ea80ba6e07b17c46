import CampaignData
import Geo

/// PM2.5 of cells by month, and how well it is known.
struct MonthlyField: Sendable {
  /// The values of the cells by month; NaN for none.
  var values: [CalendarMonth: [Double]] = [:]
  /// By month and station, by how much the other stations are wrong about it; NaN for none.
  ///
  /// Empty where values are not estimated.
  var residuals: [CalendarMonth: [Double]] = [:]
  /// A hash of what the values of some months are from.
  var inputs: [CalendarMonth: String] = [:]

  /// The error of a change in micrograms per cubic metre: the root of the mean squared difference
  /// of the leave-one-out errors of both months, over the stations that have both; nil where values
  /// are not estimated.
  ///
  /// An error that a station has in both months, for its surroundings' sake, takes itself off.
  func error(of month: CalendarMonth, against earlier: CalendarMonth) -> Double? {
    guard let later = residuals[month], let before = residuals[earlier] else { return nil }
    let squares = zip(later, before).map { ($0 - $1) * ($0 - $1) }.filter { !$0.isNaN }
    guard squares.count > 1 else { return .infinity }
    return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
  }

  /// The error of a month's values; nil where they are not estimated.
  func error(of month: CalendarMonth) -> Double? {
    guard let squares = residuals[month]?.filter({ !$0.isNaN }).map({ $0 * $0 }), !squares.isEmpty
    else { return nil }
    return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
  }

  /// The hash of what a month's alerts were found in.
  func inputHash(of month: CalendarMonth) -> String {
    let lines = [month - 12, month - 1, month].compactMap { month in
      inputs[month].map { "\(month) \($0)\n" }
    }
    return InputDigest.hexadecimal(of: lines.joined())
  }
}
