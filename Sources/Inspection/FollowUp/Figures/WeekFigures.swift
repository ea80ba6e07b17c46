public import CampaignData
public import Geo

/// A week of visits, Monday to Sunday.
public struct WeekFigures: Sendable, Hashable {
  /// Its Monday.
  public let monday: CalendarDate
  /// Visits that found a problem, of all visits.
  public let found: Proportion

  /// Every week from that of the first visit to that of the last one, weeks without visits too.
  static func weeks(of rows: [WorkedVisits.Row]) -> [WeekFigures] {
    var counts: [Int: (visits: Int, hits: Int)] = [:]
    for row in rows {
      let monday = row.day - (row.day.weekday - 1)
      counts[monday.daysSince1970, default: (0, 0)].visits += 1
      if row.isHit { counts[monday.daysSince1970, default: (0, 0)].hits += 1 }
    }
    guard let first = counts.keys.min(), let last = counts.keys.max() else { return [] }
    return stride(from: first, through: last, by: 7).map { day in
      let count = counts[day] ?? (0, 0)
      return WeekFigures(
        monday: CalendarDate(daysSince1970: day),
        found: Proportion(count.hits, of: count.visits))
    }
  }
}
