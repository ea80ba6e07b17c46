import ArgumentParser
import CampaignData
import Publishing
import Store
import Terminal

/// Gives a planned day, or one team's part of it, in a format.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Give a planned day, or one team's part of it, as CSV or GeoJSON.",
    discussion: """
      Examples:
        hotspot export 2018-12-24 --of csv -o day.csv
        hotspot export 2018-12-24 --team 130100-01 --of geojson
      """)

  /// What a day can be given as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, geojson
  }

  @Argument(help: "The day, as in 2018-12-24.") var date: CalendarDate
  @Option(name: .shortAndLong, help: "The team's identifier (default: all teams).")
  var team: String?
  @Option(help: "Output format.") var of = Format.csv
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  var output: String?
  @Flag(help: "Replace the file if it is there.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let workspace = try place.open()
    let planned = PlannedDay(date: date, workspace: workspace.folder)
    let document =
      switch (of, team) {
      case (.csv, let team): try planned.stops(team: team)
      case (.geojson, let team?): try planned.route(team: team)
      case (.geojson, nil):
        throw CommandFailure(
          status: .usage, message: "GeoJSON is given by team",
          hint: "Name one with --team, or take plans/\(date)/targets.gpkg, which has all.")
      }
    try document.deliver(to: output, overwrite: overwrite, console: manner.console())
  }
}
