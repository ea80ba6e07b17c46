import CampaignData

/// What heavy-pollution warnings of the days planned put first (the plan of 2018, section 2(11)).
///
/// A warning turns the days in whose working hours it is in force, and no other: one that comes at
/// night turns the next day, one that is lifted before the teams leave turns that day no more.
/// Levels that ask no firm for less (`Data/tables/warning_levels.csv`) turn nothing.
struct EmergencySites {
  /// For every city with a warning: the days planned that it turns.
  let warnedDays: [String: Set<CalendarDate>]
  /// Cities of which a warning is known that is lifted by some of the days planned.
  let liftedCities: Set<String>
  private let isListed: [Bool]
  /// For sites by identifier: when orders to stop or limit production are in force.
  private let orders: [String: [(start: Moment, end: Moment?)]]
  private let sites: [Site]
  private let hours: WorkingHours

  /// A site is urgent that stands on the emergency list or has an order in force on the day.
  init(facts: Facts, days: ClosedRange<CalendarDate>, settings: PlanSettings) {
    let hours = WorkingHours(settings)
    self.hours = hours
    var warned: [String: Set<CalendarDate>] = [:]
    var lifted: Set<String> = []
    for warning in facts.warnings where Self.turns(warning) {
      for number in days.lowerBound.daysSince1970...days.upperBound.daysSince1970 {
        let day = CalendarDate(daysSince1970: number)
        if hours.meet(warning.startedAt, warning.endedAt, on: day) {
          warned[warning.cityCode, default: []].insert(day)
        } else if warning.startedAt < hours.end(of: day) {
          lifted.insert(warning.cityCode)
        }
      }
    }
    warnedDays = warned
    liftedCities = lifted
    orders = Dictionary(
      grouping: facts.orders.filter { !$0.siteID.isEmpty }, by: \.siteID
    ).mapValues { $0.map { ($0.startedAt, $0.endedAt) } }
    sites = facts.sites
    isListed = facts.sites.map { $0.ledger == "emergency" || $0.topics.contains("emergency") }
  }

  /// True if a site, by its index in the facts, comes first on a day with a warning.
  func contains(_ site: Int, on day: CalendarDate) -> Bool {
    isListed[site]
      || (orders[sites[site].id] ?? []).contains { hours.meet($0.start, $0.end, on: day) }
  }

  /// True if a warning turns a day.
  func turns(_ warning: PollutionWarning, on day: CalendarDate) -> Bool {
    Self.turns(warning) && hours.meet(warning.startedAt, warning.endedAt, on: day)
  }

  private static func turns(_ warning: PollutionWarning) -> Bool {
    CampaignData.warningLevels.first { $0.key == warning.level }?.turnsToList ?? true
  }
}
