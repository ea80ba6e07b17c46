import CampaignData

/// What heavy-pollution warnings of the days planned put first.
struct EmergencySites {
  /// For every city with a warning: the days planned that it covers.
  let warnedDays: [String: Set<CalendarDate>]
  private let isUrgent: [Bool]

  /// A site is urgent that stands on the emergency list or has an order in force during the days.
  init(facts: Facts, days: ClosedRange<CalendarDate>) {
    var warned: [String: Set<CalendarDate>] = [:]
    for warning in facts.warnings {
      for day in Self.days(of: warning.startedAt, warning.endedAt, within: days) {
        warned[warning.cityCode, default: []].insert(day)
      }
    }
    warnedDays = warned
    let ordered = Set(
      facts.orders.filter {
        !$0.siteID.isEmpty && !Self.days(of: $0.startedAt, $0.endedAt, within: days).isEmpty
      }.map(\.siteID))
    isUrgent = facts.sites.map { site in
      site.ledger == "emergency" || site.topics.contains("emergency") || ordered.contains(site.id)
    }
  }

  /// True if a site, by its index in the facts, comes first.
  func contains(_ site: Int) -> Bool { isUrgent[site] }

  private static func days(
    of start: Moment, _ end: Moment?, within days: ClosedRange<CalendarDate>
  ) -> [CalendarDate] {
    let first = max(start.date, days.lowerBound)
    let last = min(end?.date ?? days.upperBound, days.upperBound)
    guard first <= last else { return [] }
    return (0...(last - first)).map { first + $0 }
  }
}
