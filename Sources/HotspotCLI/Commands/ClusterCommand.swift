import ArgumentParser
import Geo
import Publishing

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
        hotspot cluster sites.gpkg -o clusters.svg --eps 300 --min-points 5

      A point with at least --min-points within --eps metres, itself included, is a core point; \
      core points within --eps of each other are of one cluster. Every point keeps its row and gets \
      the columns cluster (-1 is noise) and core. hdbscan needs no radius and finds clusters of any \
      density, of --min-size points and more (default: --min-points); its column is membership, from \
      0 to 1. A GeoPackage opens coloured in QGIS; an .svg is a picture with a legend. Points in degrees are measured in a projection in \
      metres, which is told.
      """)

  @Argument(help: "Points: a file or connection that GDAL reads.") var points: String
  @OptionGroup var reading: PointOptions
  @Option(name: .shortAndLong, help: "File to write; its ending says the format.")
  var output: String
  @Option(help: "How clusters are found: dbscan or hdbscan.") var method = Method.dbscan
  @Option(help: "Radius in metres, for dbscan.") var eps: Double?
  @Option(help: "How many points within the radius make a core point, itself included.")
  var minPoints: Int
  @Option(help: "How many points make a cluster, for hdbscan.") var minSize: Int?
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
  }

  func run() throws {
    let console = manner.console()
    let account = try Interruption.whilePolling { try clusters(console) }
    account.tell(console)
  }

  private func clusters(_ console: Console) throws -> AnalysisAccount {
    let source = reading.source(points)
    var copy = AppendedColumns(
      source: source, target: reading.target(output), fields: FoundClusters.fields(method))
    guard output != "-", points != "-" else {
      throw CommandFailure(
        status: .usage, message: "clusters need files: the points are read twice",
        hint: "Name files for both.")
    }
    let table = try PointTable(source, asRows: try copy.copiesRows())
    let plane = try AnalysisPlane(
      for: table, from: reading.from, crs: try reading.plane(), file: points)
    let placed = try plane.points(table, from: reading.from, file: points)
    let found = try FoundClusters(
      in: placed, method: method, radius: eps, minPoints: minPoints, minSize: minSize ?? minPoints,
      file: points)
    copy.style = found.style
    let columns = { (row: Int) -> [FieldValue] in
      guard placed.xs[row].isFinite, placed.ys[row].isFinite else { return [.null, .null] }
      return [.integer(Int64(found.labels[row])), found.second[row]]
    }
    let file = PictureFile(output, format: reading.format, overwrites: reading.overwrite)
    let drawn = found.picture(
      of: placed, plane, path: points, words: picture.words(console.language))
    let warnings =
      try file?.write(drawn.picture(), of: points)
      ?? copy.write(asRows: table.isRows, reference: plane.source, columns)
    var account = AnalysisAccount(output: output, table: table, points: placed, plane: plane)
    account.warnings += warnings
    account.remarks +=
      [AnalysisRemark.few(account.used), .tooWide(placed.envelope, plane)].compactMap(\.self)
      + AnalysisRemark.repeated(placed, distance: eps ?? .infinity, named: "radius")
    account.members += found.members(used: account.used)
    return account
  }
}
