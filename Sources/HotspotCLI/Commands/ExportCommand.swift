import ArgumentParser
import CampaignData
import Foundation
import Geo
import Publishing
import Store
import Terminal

/// Gives a planned day, or one team's part of it, in a format.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Give a planned day, or one team's part of it, for tables, maps and phones.",
    discussion: """
      Examples:
        hotspot export 2018-12-24 --of csv -o day.csv
        hotspot export 2018-12-24 --team 130100-01 --of geojson
        hotspot export 2018-12-24 --of kml -o day.kml        a folder a team, in its colour
        hotspot export 2018-12-24 --of html -o phones        a page a team
        hotspot export 2018-12-24 --of gpkg -o day.gpkg      with its surroundings and styles for QGIS
        hotspot export 2018-12-24 --of xlsx -o day.xlsx
      """)

  /// What a day can be given as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, geojson, gpx, kml, gpkg, html, xlsx

    /// The same as a format of routes; nil if it is none.
    var ofRoutes: RouteFormat? { RouteFormat(rawValue: rawValue) }
    /// True if all teams take a folder, with a file each.
    var isByTeam: Bool { self == .gpx || self == .html }
  }

  @Argument(help: "The day, as in 2018-12-24.") var date: CalendarDate
  @Option(name: .shortAndLong, help: "The team's identifier (default: all teams).")
  var team: String?
  @Option(help: "Output format.") var of = Format.csv
  @Option(help: "Datum of positions; other than WGS-84 only for programs that want it.")
  var datum = Datum.wgs84
  @Option(
    name: .shortAndLong,
    help: "File to write (default: standard output); for gpx and html of all teams a folder.")
  var output: String?
  @Flag(help: "Replace what is there.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    try check()
    if of == .xlsx { try writeWorkbook() }
    let console = manner.console()
    let workspace = try place.open()
    let planned = PlannedDay(date: date, workspace: workspace.folder)
    let documents = RouteDocuments(
      planned, in: workspace, language: console.language, datum: datum)
    guard let format = of.ofRoutes else {
      guard of == .gpkg, let output else {
        return try planned.stops(team: team).deliver(
          to: output, overwrite: overwrite, console: console)
      }
      return try DayLayers(documents, team: team).write(
        to: output, overwrite: overwrite, console: console)
    }
    if let output, team == nil, of.isByTeam {
      return try deliver(documents.folder(as: format), to: output, console)
    }
    let text =
      if let team {
        try documents.document(of: team, as: format)
      } else {
        try documents.collection(as: format)
      }
    try TextDocument(text).deliver(to: output, overwrite: overwrite, console: console)
  }

  private func check() throws {
    guard let format = of.ofRoutes else {
      guard datum.fileLabel == nil else {
        throw CommandFailure(
          status: .usage, message: "\(of.rawValue) is not given in \(datum.rawValue)",
          hint: "Give geojson, gpx or kml, or shift a table with `hotspot convert`.")
      }
      return try checkOutput(of == .gpkg, "a GeoPackage", "day.gpkg")
    }
    let isFolder = team == nil && of.isByTeam
    try format.check(datum, output: isFolder ? nil : output)
    try checkOutput(isFolder, "\(of.rawValue) of all teams", "\(date)")
  }

  private func checkOutput(_ isNeeded: Bool, _ what: String, _ example: String) throws {
    guard isNeeded, output == nil || output == "-" else { return }
    throw CommandFailure(
      status: .usage, message: "\(what) cannot be printed",
      hint: "Name where to write with -o, as in -o \(example)"
        + (of.isByTeam ? ", or a team with --team." : "."))
  }

  private func deliver(_ files: FileBundle, to folder: String, _ console: Console) throws {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard overwrite || found.isEmpty else {
      throw CommandFailure(
        status: .cannotCreate, message: "the folder holds files already", file: folder,
        hint: "Add --overwrite, or name another folder.")
    }
    try files.write(to: folder)
    let paths = files.names.map { "\(folder)/\($0)" }
    console.result(
      paths.map { $0 + "\n" }.joined(),
      json: .object([.init("outputs", .array(paths.map(JSONText.string)))]))
  }

  /// Hands over to the companion that writes workbooks.
  private func writeWorkbook() throws -> Never {
    guard let output, output != "-" else {
      throw CommandFailure(
        status: .usage, message: "a workbook is written to a file",
        hint: "Name it with -o FILE.xlsx.")
    }
    try Companion.print.run(
      ["xlsx", date.description, "-o", output, "-w", place.workspace]
        + (team.map { ["--team", $0] } ?? []) + (overwrite ? ["--overwrite"] : [])
        + manner.arguments)
  }
}
