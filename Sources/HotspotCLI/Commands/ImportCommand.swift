import ArgumentParser
import CampaignData
import Geo
import Publishing
import Store
import Terminal

/// Reads files into the workspace.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read files into the workspace; what cannot be used is listed in rejects/.",
    discussion: """
      Examples:
        hotspot import counties counties.shp --datum gcj02
        hotspot import complaints 12369-11月.xlsx --layer 明细 --map 受理时间=received_at
        hotspot import sites ledger.csv --origin ministry --dry-run
        hotspot import visits 12-18.geojson 12-18-second.csv --photos photos

      KIND: \(Schema.kinds.map(\.name).joined(separator: " "))
      FILE: anything that GDAL reads (Shapefile, GeoPackage, GeoJSON, CSV, XLSX, KML, OSM PBF, PG:...)
      """)

  @Argument(help: "What the files hold.") var kind: String
  @Argument(help: "One or more files or connections.") var files: [String]

  @Option(help: "What coordinates were given in: wgs84, gcj02, bd09, cgcs2000 or EPSG:n.")
  var datum: PlaceReference?
  @Option(help: "Headings that are not known, as HEADING=COLUMN,...; may be repeated.")
  var map: [String] = []
  @Option(name: .shortAndLong, help: "Layer or sheet (default: the first).") var layer: String?
  @Option(help: "Encoding of text (default: UTF-8 and GB18030 are told apart).")
  var encoding: String?
  @Option(help: "When the facts were known (default: the file's column, else now).")
  var knownAt: Moment?
  @Option(help: "Who told of sites: ministry, registry, utility, public, local.")
  var origin: String?
  @Option(help: "Which ledger the file is.") var ledger: String?
  @Option(help: "Whose borders townships are: official, derived, synthetic.") var source: String?
  @Option(help: "Points with codes and names for areas made of border lines.") var names: String?
  @Option(
    help:
      "What the coordinates of --names were given in (default: what their layer says, else wgs84).")
  var namesDatum: Datum?
  @Option(help: "Folder of the photos that visits name: those that are not there are told.")
  var photos: String?
  @Flag(help: "Try without keeping anything.") var dryRun = false

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    try Self.checkKind(kind)
    try Self.bring(kind, files, importOptions(), into: place.open(), console)
  }

  /// Imports files of a kind, tells what became of each record, and throws if none could be used.
  static func bring(
    _ kind: String, _ files: [String], _ options: ImportOptions, into workspace: Workspace,
    _ console: Console
  ) throws {
    var reports: [ImportReport] = []
    for file in files {
      let report = try Intake.importFile(
        kind, path: file, into: workspace, options: options, at: .now)
      ImportSummary(report).tell(console)
      record(report, in: workspace, console)
      reports.append(report)
    }
    console.result(
      "", json: .object([.init("imports", .array(reports.map { ImportSummary($0).json }))]))
    try reports.forEach(refuseUnusable)
  }

  /// Throws with the name that was probably meant if there is no such kind.
  static func checkKind(_ kind: String) throws {
    guard Schema.kind(named: kind) == nil else { return }
    let names = Schema.kinds.map(\.name)
    let guess = Suggestion.nearest(to: kind, in: names).map { "Did you mean \($0)? " } ?? ""
    throw CommandFailure(
      status: .usage, message: "there is no kind of import \"\(kind)\"",
      hint: guess + "Kinds: " + names.joined(separator: ", ") + ".")
  }

  /// Puts the file into the audit's record; the facts are kept even where that cannot be written.
  private static func record(_ report: ImportReport, in workspace: Workspace, _ console: Console) {
    do {
      try workspace.record(report, program: Program.version, at: .now)
    } catch {
      let reason = CommandFailure(error, of: Hotspot.self)?.sentence ?? String(describing: error)
      console.warn(
        console.language.pick(
          zh: "已导入，但未写入审计记录：\(reason)",
          en: "imported, but not in the audit's record: \(reason)"))
    }
  }

  /// A file of which nothing could be used is an error, though what it holds is in rejects.
  private static func refuseUnusable(_ report: ImportReport) throws {
    guard report.read > 0, report.rejected == report.read else { return }
    throw CommandFailure(
      status: .badData, message: "none of the \(report.read) records could be used",
      file: report.file,
      hint: report.rejectsFile.map { "The reasons are in \($0)." }
        ?? "Check the headings (--map) and the coordinates (--datum).")
  }

  private func importOptions() throws -> ImportOptions {
    var options = ImportOptions()
    options.layer = layer
    switch datum {
    case .datum(let datum): options.datum = datum
    case .system(let system): options.coordinateSystem = system
    case nil: break
    }
    options.columnMap = try Self.columnMap(map)
    options.encoding = encoding
    options.knownAt = knownAt
    options.origin = origin
    options.ledger = ledger
    options.source = source
    options.namesFile = names
    options.namesDatum = namesDatum
    options.photosFolder = photos
    options.dryRun = dryRun
    return options
  }

  /// Takes `HEADING=COLUMN,...` apart; the last equals sign of a pair counts.
  static func columnMap(_ texts: [String]) throws -> [String: String] {
    var map: [String: String] = [:]
    for pair in texts.flatMap({ $0.split(separator: ",") }) {
      guard let sign = pair.lastIndex(of: "="), sign != pair.startIndex,
        pair.index(after: sign) != pair.endIndex
      else {
        throw CommandFailure(
          status: .usage, message: "--map \"\(pair)\" is no pair",
          hint: "Write HEADING=COLUMN, as in --map 经度=lon,纬度=lat.")
      }
      map[String(pair[..<sign])] = String(pair[pair.index(after: sign)...])
    }
    return map
  }
}
