import CampaignData
import Geo
import Terminal

/// The days that the points of an analysis are of, both ends included.
struct PointPeriod: Sendable, Hashable {
  let first: CalendarDate
  let last: CalendarDate
  /// How points fade with age, if they do.
  let recency: RecencyWeights?
  /// Whether the days were asked for, not only taken from the points.
  let isWindow: Bool

  /// How many days there are.
  var dayCount: Int { last - first + 1 }

  /// What the days count for a density per day: faded as the points are.
  var days: Double { recency?.days(dayCount) ?? Double(dayCount) }

  /// The days, as people write them.
  var name: String { "\(first) – \(last)" }
}

extension PointTable {
  /// Leaves out points of other days, and weighs the rest by age; nil if no day matters.
  ///
  /// Ages are whole days to the last one, given or the newest. Throws if no point is left.
  mutating func select(_ choice: TimeChoice, of file: String) throws -> PointPeriod? {
    guard choice.isAsked, let days else { return nil }
    let known = zip(days, xs).filter { $0 != Self.noDay && $1.isFinite }
    guard let oldest = known.map(\.0).min(), let newest = known.map(\.0).max() else {
      throw CommandFailure(
        status: .badData, message: "no point has a readable day", file: file, row: firstUndated,
        hint: "Write days as 2018-11-30 or 2018-11-30 06:00, and name their column with --time.")
    }
    let range = Self.date(oldest)...Self.date(newest)
    let period = PointPeriod(
      first: choice.since ?? min(range.lowerBound, choice.until ?? range.lowerBound),
      last: choice.until ?? max(range.upperBound, choice.since ?? range.upperBound),
      recency: choice.halfLife.map(RecencyWeights.init), isWindow: choice.hasWindow)
    for place in days.indices where hasPlace(place) {
      guard days[place] != Self.noDay else {
        leaveOut(place, undated: true)
        continue
      }
      let day = Self.date(days[place])
      guard choice.contains(day) else {
        leaveOut(place, undated: false)
        continue
      }
      if let recency = period.recency {
        weigh(place, by: recency.weight(age: Double(period.last - day)))
      }
    }
    guard count.used > 0 else {
      throw CommandFailure(
        status: .badData,
        message: "no point is of \(period.name): they are of"
          + " \(range.lowerBound) – \(range.upperBound)", file: file,
        hint: "Give other days with --since and --until.")
    }
    return period
  }

  /// The day that a number stands for.
  private static func date(_ day: Int32) -> CalendarDate { CalendarDate(daysSince1970: Int(day)) }
}
