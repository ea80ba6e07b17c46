import ArgumentParser
import CampaignData
import Inspection
import Publishing

/// Plans a day, with what is left of its round.
struct PlanDayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "day",
    abstract: "Plan a day for all teams, after what has been visited.",
    discussion: """
      Example:
        hotspot plan day 2018-12-24 --as-of 2018-12-23T18:00

      Writes plans/DATE/targets.csv, targets.gpkg, coverage.csv and routes/TEAM.geojson.
      """)

  @Argument(help: "The day, as in 2018-12-24.") var date: CalendarDate
  @OptionGroup var options: PlanOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let workspace = try place.open(flags: options.flags)
    var desk = try PlanningDesk(workspace: workspace, console: console)
    let (plan, snapshot) = try desk.planDay(date, asOf: options.asOf ?? .now)
    let folder = try desk.publishDay(date, of: plan, snapshot: snapshot)
    PlanSummary(plan, facts: snapshot.facts, date: date, folder: folder).show(console)
  }
}
