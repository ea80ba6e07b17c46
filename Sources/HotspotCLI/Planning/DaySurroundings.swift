import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Routes of a planned day with what was known when it was planned.
struct DaySurroundings {
  /// The routes with every site's last visit before the plan.
  let routes: [PlannedRoute]
  /// The facts.
  let facts: Facts
  /// The teams' colours.
  let colours: TeamColours

  /// Reads routes and facts; throws for a file that is no route.
  init(_ documents: [JSONText], of planned: PlannedDay, in workspace: Workspace) throws {
    let folder = PlanFolder.day(planned.date, in: planned.workspace)
    var routes = try documents.map { try PlannedRoute($0, file: folder) }
    // A plan is made of one moment; a day lost to all teams has no route.
    facts = try workspace.facts(asOf: routes.first?.planAsOf ?? .now)
    colours = TeamColours(facts.teams)
    let sites = Set(routes.flatMap(\.stops).map(\.targetID))
    var last: [String: Visit] = [:]
    for visit in facts.visits where sites.contains(visit.siteID) {
      if let known = last[visit.siteID], known.visitedAt >= visit.visitedAt { continue }
      last[visit.siteID] = visit
    }
    for route in routes.indices {
      for stop in routes[route].stops.indices {
        guard let visit = last[routes[route].stops[stop].targetID] else { continue }
        routes[route].stops[stop].lastVisit = PlannedStop.LastVisit(
          date: visit.visitedAt.date, outcome: visit.outcome)
      }
    }
    self.routes = routes
  }
}
