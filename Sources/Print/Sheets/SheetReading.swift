import CampaignData
import Publishing
import Store
import Terminal

/// Reads what sheets of a planned day show.
struct SheetReading {
  let day: SheetDay
  let ground: SheetGround

  /// Reads the day's routes, and the facts known when it was planned.
  ///
  /// Throws what `PlannedDay` throws: `refused` before the plan's release.
  init(_ planned: PlannedDay, team: String?, in workspace: Workspace) throws {
    let routes = try planned.routes(team: team)
    let folder = PlanFolder.day(planned.date, in: planned.workspace)
    guard let first = routes.first else {
      throw CommandFailure(
        status: .inputMissing, message: "no team works on \(planned.date)", file: folder,
        hint: "The plan's remarks in plan.json say why.")
    }
    // A plan is made of one moment; what is known since is no part of its sheets.
    let facts = try workspace.facts(asOf: try PlannedRoute(first, file: folder).planAsOf)
    day = try SheetDay(routes, in: folder, planID: try planned.identifier(), facts: facts)
    ground = try SheetGround(facts, stopsOf: day.sheets)
  }
}
