internal import CampaignData
internal import Geo
internal import Inspection

/// The stops of the plans in force on the days of a file, to tie visits to.
struct VisitStops {
  /// Days whose stops cannot be read: sealed, and not released or without the key.
  private(set) var sealed: [CalendarDate] = []

  private let plans: Set<String>
  private let reach: Double
  private var stops: [String: [SavedStop]] = [:]

  /// Reads the stops of some days; a day without a plan costs nothing.
  init(_ workspace: Workspace, days: [CalendarDate], reach: Double) throws {
    self.reach = reach
    let plans = try workspace.plans()
    self.plans = Set(plans.map(\.id))
    guard !plans.isEmpty else { return }
    for day in days {
      do {
        for stop in try workspace.stops(of: day) {
          stops[Self.key(stop.teamID, day), default: []].append(stop)
        }
      } catch let error as StoreError where error.code == .refused || error.code == .inputMissing {
        sealed.append(day)
      }
    }
  }

  /// True if a stop is of no plan that the workspace has.
  func isUnknown(_ stop: String) -> Bool {
    guard !plans.isEmpty, let end = stop.lastIndex(of: "/") else { return !plans.isEmpty }
    return !plans.contains(String(stop[..<end]))
  }

  /// The stop that a visit was: the one at its site that day; for a find, which is at none, the
  /// nearest search or patrol of the team's day within reach.
  ///
  /// Other stops are never taken for it: a site drawn by lot would then count as visited.
  func stop(of visit: VisitReport) -> SavedStop? {
    guard let day = stops[Self.key(visit.teamID, visit.visitedAt.date)] else { return nil }
    if let own = day.first(where: { $0.siteID == visit.siteID }) { return own }
    guard FoundSites.isFind(visit.siteID), let place = visit.position else { return nil }
    let searches = day.filter { $0.siteID.contains(":") }.map { stop in
      (metres: greatCircleDistance(place, stop.position), stop: stop)
    }
    let nearest = searches.min { ($0.metres, $0.stop.id) < ($1.metres, $1.stop.id) }
    return nearest.flatMap { $0.metres <= reach ? $0.stop : nil }
  }

  private static func key(_ team: String, _ day: CalendarDate) -> String {
    "\(team)|\(day.daysSince1970)"
  }
}
