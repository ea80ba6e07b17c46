import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Writes a planned day as an Excel workbook; `hotspot export --of xlsx` runs it.
struct XLSXCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xlsx", abstract: "Write a planned day as an Excel workbook to fill in.")

  @Argument(help: "The day, as in 2018-12-24.") var date: CalendarDate
  @Option(name: .shortAndLong, help: "The team's identifier (default: all teams).")
  var team: String?
  @Option(name: .shortAndLong, help: "File to write.") var output: String
  @Flag(help: "Replace the file if it is there.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    try TextDocument.check(output, overwrite: overwrite)
    let workspace = try place.open()
    let planned = PlannedDay(date: date, workspace: workspace.folder)
    // Says which teams there are where it is none of them.
    if let team { _ = try planned.stops(team: team) }
    let plan = try planned.identity()
    let stops = try planned.stopRows().filter { team == nil || $0["team_id"] == team }
    let tables = DayTables(
      date: date, plan: plan, team: team, stops: stops,
      coverage: try planned.coverageRows().filter { team == nil || $0["team_id"] == team },
      teams: try workspace.teams(asOf: plan.madeAsOf).filter { team == nil || $0.id == team },
      lastVisits: Self.lastVisits(try workspace.visits(asOf: plan.madeAsOf)),
      language: console.language)
    try DayWorkbook(tables: tables).write(to: output)
    console.result(
      "\(output)\n",
      json: .object([
        .init("output", .string(output)), .init("plan", .string(plan.id)),
        .init("stops", .integer(stops.count)),
      ]))
  }

  /// The last visit to each target; of two at one moment the one with the later identifier.
  private static func lastVisits(_ visits: [Visit]) -> [String: Visit] {
    Dictionary(visits.map { ($0.siteID, $0) }) { one, other in
      (one.visitedAt, one.id) < (other.visitedAt, other.id) ? other : one
    }
  }
}
