import ArgumentParser
import CampaignData
import Publishing
import Store
import Terminal

/// Gives a team's planned route of a day.
struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Give a team's planned route of a day as GeoJSON.",
    discussion: """
      Examples:
        hotspot route 2018-12-24 --team 130100-01
        hotspot route 2018-12-24 --team 130100-01 -o route.geojson
      """)

  @Argument(help: "The day, as in 2018-12-24.") var date: CalendarDate
  @Option(name: .shortAndLong, help: "The team's identifier.") var team: String
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  var output: String?
  @Flag(help: "Replace the file if it is there.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let workspace = try place.open()
    let planned = PlannedDay(date: date, workspace: workspace.folder)
    try planned.route(team: team).deliver(
      to: output, overwrite: overwrite, console: manner.console())
  }
}
