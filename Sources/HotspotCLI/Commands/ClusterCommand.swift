import ArgumentParser
import Geo
import Publishing
import Terminal

/// Finds points that lie close together.
struct ClusterCommand: ParsableCommand {
  /// How clusters are found.
  enum Method: String, ExpressibleByArgument, CaseIterable { case dbscan, hdbscan }

  static let configuration = CommandConfiguration(
    commandName: "cluster",
    abstract: "Find clusters of points that lie close together.",
    discussion: """
      Examples:
        hotspot cluster complaints.csv -o clusters.csv --eps 500 --min-points 10
        hotspot cluster sites.gpkg -o clusters.gpkg --eps 300 --min-points 5 --from gcj02
        hotspot cluster sites.gpkg -o clusters.gpkg --method hdbscan --min-points 10
        hotspot cluster -w campaign -o clusters.gpkg --eps 500 --min-points 5 --since 2018-11-01
        hotspot cluster sites.gpkg -o clusters.svg --eps 300 --min-points 5

      Without a file the points are a workspace's complaints, or with --facts alerts its alerts at \
      their cells' centres. A point with at least --min-points within --eps metres, itself included, is a core point; \
      core points within --eps of each other are of one cluster. Every point keeps its row and gets \
      the columns cluster (-1 is noise) and core. hdbscan needs no radius and finds clusters of any \
      density, of --min-size points and more (default: --min-points); its column is membership, from \
      0 to 1. Rows of other days than --since and --until keep both columns empty. A GeoPackage opens \
      coloured in QGIS; an .svg is a picture with a legend. Points in degrees are measured in a \
      projection in metres, which is told. What was decided and what to beware of is told on standard \
      error and with --report.
      """)

  @Argument(help: "Points: a file or connection that GDAL reads.") var points: String?
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var reading: LayerOptions
  @OptionGroup var plane: PlaneOptions
  @Option(name: .shortAndLong, help: "File to write; its ending says the format.")
  var output: String
  @Option(help: "How clusters are found: dbscan or hdbscan.") var method = Method.dbscan
  @Option(help: "Radius in metres, for dbscan.") var eps: Double?
  @Option(help: "How many points within the radius make a core point, itself included.")
  var minPoints: Int
  @Option(help: "How many points make a cluster, for hdbscan.") var minSize: Int?
  @Option(help: "Write what was decided to a file: text, or both languages as .json.")
  var report: String?
  @OptionGroup var picture: PictureOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard (eps != nil) == (method == .dbscan) else {
      throw ValidationError(
        method == .dbscan ? "dbscan needs a radius: give --eps." : "hdbscan has no --eps.")
    }
    guard eps.map({ $0 > 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--eps is a length above 0.")
    }
    guard minSize == nil || method == .hdbscan, minSize ?? 2 > 1 else {
      throw ValidationError("--min-size is for hdbscan, and at least 2.")
    }
    guard minPoints > 0 else { throw ValidationError("--min-points is at least 1.") }
    guard time.halfLife == nil else {
      throw ValidationError("Points of clusters count one each: leave out --half-life.")
    }
  }

  func run() throws {
    let console = manner.console()
    if let report { try TextDocument.check(report, overwrite: reading.overwrite) }
    let account = try Interruption.whilePolling { try clusters(console) }
    try account.tell(console, report: report, overwrite: reading.overwrite)
  }

  private func clusters(_ console: Console) throws -> AnalysisAccount {
    guard output != "-", points != "-" else {
      throw CommandFailure(
        status: .usage, message: "clusters need files: the points are read twice",
        hint: "Name files for both.")
    }
    let origin = try evidence.points(points, reading)
    let choice = try time.choice(of: origin)
    let target = reading.target(output)
    var copy: AppendedColumns?
    if case .file(let source) = origin {
      copy = AppendedColumns(source: source, target: target, fields: FoundClusters.fields(method))
    }
    let input = try PlacedPoints(
      origin, asRows: copy?.copiesRows() ?? false, time: choice, crs: try plane.system())
    let placed = input.points
    let found = try FoundClusters(
      in: placed, method: method, radius: eps, minPoints: minPoints, minSize: minSize ?? minPoints,
      file: origin.path)
    var account = AnalysisAccount(output: output, input: input)
    copy?.style = found.style
    account.warnings += try write(found, of: input, from: origin, copy, console)
    account.record.note(found)
    input.describe(
      &account.record, points: placed, distance: eps ?? .infinity, named: ("半径", "radius"))
    account.members += found.members(used: account.used)
    return account
  }

  /// Draws the points, or writes them with their columns: a file's rows by `copy`.
  private func write(
    _ found: FoundClusters, of input: PlacedPoints, from origin: PointOrigin,
    _ copy: AppendedColumns?, _ console: Console
  ) throws -> [String] {
    let points = input.points
    let counts = { (row: Int) in points.xs[row].isFinite && points.ys[row].isFinite }
    let columns = { (row: Int) -> [FieldValue] in
      counts(row) ? [.integer(Int64(found.labels[row])), found.second[row]] : [.null, .null]
    }
    if let file = PictureFile(
      output, format: reading.format, overwrites: reading.overwrite)
    {
      let drawn = found.picture(
        of: points, input.plane, path: origin.path, words: picture.words(console.language))
      return try file.write(drawn.picture(), of: origin.path)
    }
    switch origin {
    case .file:
      return try copy?.write(asRows: input.table.isRows, reference: input.plane.source, columns)
        ?? []
    case .workspace(let facts):
      return try facts.write(
        to: reading.target(output), further: FoundClusters.fields(method), style: found.style,
        counts: counts, columns)
    }
  }
}
