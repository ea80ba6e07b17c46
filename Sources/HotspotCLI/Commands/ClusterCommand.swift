import ArgumentParser
import Geo
import Publishing

/// Finds points that lie close together.
struct ClusterCommand: ParsableCommand {
  /// How clusters are found.
  enum Method: String, ExpressibleByArgument, CaseIterable { case dbscan }

  static let configuration = CommandConfiguration(
    commandName: "cluster",
    abstract: "Find clusters of points that lie close together.",
    discussion: """
      Examples:
        hotspot cluster complaints.csv -o clusters.csv --eps 500 --min-points 10
        hotspot cluster sites.gpkg -o clusters.gpkg --eps 300 --min-points 5 --from gcj02

      A point with at least --min-points within --eps metres, itself included, is a core point; \
      core points within --eps of each other are of one cluster. Every point keeps its row and gets \
      the columns cluster (-1 is noise) and core. Points in degrees are measured in a projection in \
      metres, which is told.
      """)

  @Argument(help: "Points: a file or connection that GDAL reads.") var points: String
  @OptionGroup var reading: PointOptions
  @Option(name: .shortAndLong, help: "File to write; its ending says the format.")
  var output: String
  @Option(help: "How clusters are found: dbscan.") var method = Method.dbscan
  @Option(help: "Radius in metres.") var eps: Double
  @Option(help: "How many points within the radius make a core point, itself included.")
  var minPoints: Int
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard eps > 0, eps.isFinite else { throw ValidationError("--eps is a length above 0.") }
    guard minPoints > 0 else { throw ValidationError("--min-points is at least 1.") }
  }

  func run() throws {
    let console = manner.console()
    let account = try Interruption.whilePolling { try clusters(console) }
    account.tell(console)
  }

  private func clusters(_ console: Console) throws -> AnalysisAccount {
    let source = reading.source(points)
    let copy = AppendedColumns(
      source: source, target: reading.target(output),
      fields: [FieldDefinition("cluster", .integer), FieldDefinition("core", .integer)])
    guard output != "-", points != "-" else {
      throw CommandFailure(
        status: .usage, message: "clusters need files: the points are read twice",
        hint: "Name files for both.")
    }
    let table = try PointTable(source, asRows: try copy.copiesRows())
    let plane = try AnalysisPlane(
      for: table, from: reading.from, crs: try reading.plane(), file: points)
    let placed = try plane.points(table, from: reading.from, file: points)
    let result = try found(placed)
    let warnings = try copy.write(asRows: table.isRows, reference: plane.source) { row in
      guard placed.xs[row].isFinite, placed.ys[row].isFinite else { return [.null, .null] }
      return [.integer(Int64(result.labels[row])), .integer(result.isCore[row] ? 1 : 0)]
    }
    var account = AnalysisAccount(output: output, table: table, points: placed, plane: plane)
    account.warnings += warnings
    account.remarks +=
      [AnalysisRemark.few(account.used), .tooWide(placed.envelope, plane)].compactMap(\.self)
      + AnalysisRemark.repeated(placed, distance: eps, named: "radius")
    account.members += [
      .init("method", .string(method.rawValue)), .init("eps", .decimal(eps, places: 3)),
      .init("min_points", .integer(minPoints)), .init("clusters", .integer(result.clusterCount)),
      .init("core_points", .integer(result.isCore.count { $0 })),
      .init("noise", .integer(result.noiseCount - (table.count.read - account.used))),
    ]
    return account
  }

  private func found(_ points: WeightedPoints) throws -> DBSCAN.Result {
    do {
      return try DBSCAN(radius: eps, minPoints: minPoints).clusters(xs: points.xs, ys: points.ys)
    } catch {
      throw CommandFailure(
        status: .badData,
        message: error == .tooMany
          ? "more than 2,147,483,646 points" : "the points spread over more than 2^28 radii",
        file: self.points, hint: "Give a larger --eps, or leave far points out.")
    }
  }
}
