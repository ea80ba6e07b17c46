import ArgumentParser
import CampaignData
import Geo
import Publishing
import Store
import Terminal

/// Gives a team's planned route of a day.
struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Give a team's planned route of a day as GeoJSON, GPX, KML or a page for the phone.",
    discussion: """
      Examples:
        hotspot route 2018-12-24 --team 130100-01
        hotspot route 2018-12-24 --team 130100-01 --of html -o today.html
        hotspot route 2018-12-24 --team 130100-01 --of kml --datum gcj02 -o today.gcj02.kml
      """)

  @Argument(help: "The day, as in 2018-12-24.") var date: CalendarDate
  @Option(name: .shortAndLong, help: "The team's identifier.") var team: String
  @Option(help: "Output format.") var of = RouteFormat.geojson
  @Option(help: "Datum of positions; other than WGS-84 only for programs that want it.")
  var datum = Datum.wgs84
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  var output: String?
  @Flag(help: "Replace the file if it is there.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    try of.check(datum, output: output)
    let console = manner.console()
    let workspace = try place.open()
    let documents = RouteDocuments(
      PlannedDay(date: date, workspace: workspace.folder), in: workspace,
      language: console.language, datum: datum)
    try TextDocument(documents.document(of: team, as: of)).deliver(
      to: output, overwrite: overwrite, console: console)
  }
}
