import CampaignData
import Geo

/// What a team's work costs in hours, as far as dividing the ground needs it.
struct AreaEffort: Sendable {
  /// Visits a day where a team says nothing else.
  var dailyVisits: Int
  /// Hours at a site.
  var serviceHours: Double
  /// Hours of a kilometre as the crow flies.
  var hoursPerKilometre: Double
  /// Days of a round.
  var days: Int

  /// The effort of the default settings.
  static var usual: AreaEffort {
    func number(_ key: String) -> Double { CampaignData.settings[key]?.real ?? 1 }
    return AreaEffort(
      dailyVisits: Int(number("daily_visits")), serviceHours: number("service_minutes") / 60,
      hoursPerKilometre: number("detour") / number("speed_kmh"), days: Int(number("round_days")))
  }

  /// The effort that settings come to.
  init(_ settings: PlanSettings, days: ClosedRange<CalendarDate>) {
    self.init(
      dailyVisits: settings.dailyVisits, serviceHours: Double(settings.serviceMinutes) / 60,
      hoursPerKilometre: settings.detour / settings.speedKMH,
      days: days.upperBound - days.lowerBound + 1)
  }

  init(dailyVisits: Int, serviceHours: Double, hoursPerKilometre: Double, days: Int) {
    self.dailyVisits = dailyVisits
    self.serviceHours = serviceHours
    self.hoursPerKilometre = hoursPerKilometre
    self.days = days
  }

  /// The numbers that the division works with.
  ///
  /// Every township is visited once; the rest of a city's visits is spread like its sites, which
  /// do not change overnight as chances do.
  func problem(
    teams: [Team], townships: [Township], sites: [Int], candidates: [[Int]], settled: [Int?]
  ) -> AreaProblem {
    let centres = townships.map { $0.area.representativePoint ?? Coordinate(.nan, .nan) }
    let daily = teams.map { Double($0.dailyVisits ?? dailyVisits) }
    let wanted = townships.indices.filter { !candidates[$0].isEmpty }
    let neighbours = TownshipNeighbours(townships, among: wanted, centres: centres)
    return AreaProblem(
      candidates: candidates, neighbours: neighbours.rows, settled: settled,
      visits: visits(teams, townships, sites, daily), centres: centres, bases: teams.map(\.base),
      dailyVisits: daily, visitHours: serviceHours + 4 * hoursPerKilometre,
      hoursPerKilometre: hoursPerKilometre)
  }

  private func visits(
    _ teams: [Team], _ townships: [Township], _ sites: [Int], _ daily: [Double]
  ) -> [Double] {
    var budget: [String: Double] = [:]
    for (team, visits) in zip(teams, daily) {
      budget[team.cityCode, default: 0] += visits * Double(days)
    }
    var count: [String: (townships: Double, sites: Double)] = [:]
    for (index, township) in townships.enumerated() {
      let sum = count[township.cityCode] ?? (0, 0)
      let own = sites.isEmpty ? 1 : Double(sites[index])
      count[township.cityCode] = (sum.townships + 1, sum.sites + own)
    }
    return townships.enumerated().map { index, township in
      guard let sum = count[township.cityCode], sum.sites > 0 else { return 1 }
      let spare = max(0, (budget[township.cityCode] ?? 0) - sum.townships)
      return 1 + spare * (sites.isEmpty ? 1 : Double(sites[index])) / sum.sites
    }
  }
}
