import ArgumentParser
import Geo
import Publishing
import Terminal

/// Maps the density of points.
struct DensityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "density",
    abstract: "Map how dense points lie, in points per km2.",
    discussion: """
      Examples:
        hotspot density complaints.csv -o density.tif --bandwidth 1500
        hotspot density complaints.csv -o bands.gpkg --bandwidth silverman --contours 7
        hotspot density complaints.csv -o map.tif --bandwidth 1500 --time received_at \
          --since 2018-10-01 --until 2018-12-31 --half-life 30
        hotspot density -w campaign -o map.tif --bandwidth 3000 --since 2018-11-01
        hotspot density complaints.csv -o sites.csv --bandwidth 1500 --at sites.csv
        hotspot density complaints.csv -o map.svg --bandwidth 1500
        hotspot density complaints.csv -o share.tif --bandwidth 3000 --per records.csv

      Without a file the points are a workspace's complaints, or with --facts alerts its alerts at \
      their cells' centres. A .tif is a cloud-optimised GeoTIFF; other formats get the cells above \
      zero, as squares or, in .csv, as positions of their centres; with --contours or --levels the \
      areas between contours; a GeoPackage opens coloured in QGIS, an .svg is a picture with a legend. \
      With --at the points of another file keep their rows and get the \
      column density instead. Between --since and --until the density is per km2 and day. Points in \
      degrees are measured in a projection in metres, which is told; --from also holds for further \
      files that do not say. With --study-area points outside are left out, and the density is \
      corrected at its border. What was decided and what to beware of is told on standard error and \
      with --report.
      """)

  @Argument(
    help: "Points: a file or connection that GDAL reads; - is CSV on standard input.")
  var points: String?
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var reading: LayerOptions
  @OptionGroup var plane: PlaneOptions
  @Option(name: .shortAndLong, help: "File to write; its ending says the format.")
  var output: String
  @Option(help: "Bandwidth in metres, or silverman or likelihood to let the points say it.")
  var bandwidth: BandwidthChoice
  @Option(help: "Side of a cell in metres.") var cell = 500.0
  @Option(help: "How weight spreads: quartic, gaussian, epanechnikov or uniform.")
  var kernel = DensityKernel.quartic
  @Option(help: "Column that says what each point counts (default: one each).")
  var weight: String?
  @OptionGroup var contour: ContourOptions
  @Option(help: "Points to give a column of the density, instead of a map.") var at: String?
  @Option(help: "Days that the points are of: the density is per km2 and day.") var days: Double?
  @Option(help: "Polygons where points could be: corrects the density at their border.")
  var studyArea: String?
  @Option(help: "Points to divide by, as all records: gives the ratio of both densities.")
  var per: String?
  @Option(help: "Column that says what each point of --per counts, as people.")
  var perWeight: String?
  @Option(help: "Column with the time of the points of --per: the same days count.")
  var perTime: String?
  @Option(help: "Write what was decided to a file: text, or both languages as .json.")
  var report: String?
  @OptionGroup var picture: PictureOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard (1e-3...1e9).contains(cell) else {
      throw ValidationError("--cell is a length in metres, 0.001 or more.")
    }
    guard days.map({ $0 > 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--days is a number above 0.")
    }
    guard per != nil || (perWeight == nil && perTime == nil) else {
      throw ValidationError(
        "--per-weight and --per-time are columns of the points of --per: name them.")
    }
    guard per == nil || days == nil else {
      throw ValidationError("A ratio has no unit: leave out --days or --per.")
    }
    if contour.choice != nil {
      guard at == nil else { throw ValidationError("--at gives no map to draw contours of.") }
      guard !reading.target(output).isGrid else {
        throw ValidationError("Contours are polygons: name a .gpkg or .geojson with --output.")
      }
      guard PictureFile(output, format: reading.format, overwrites: true) == nil else {
        throw ValidationError(
          "A picture has classes of its own: leave out --contours and --levels.")
      }
    }
  }

  func run() throws {
    let console = manner.console()
    if let report { try TextDocument.check(report, overwrite: reading.overwrite) }
    let account = try Interruption.whilePolling {
      let origin = try evidence.points(points, reading)
      let plan = DensityPlan(
        origin: origin, time: try time.choice(of: origin, weight: weight),
        crs: try plane.system(), target: reading.target(output), bandwidth: bandwidth, cell: cell,
        kernel: kernel, weight: weight, at: at, days: days, studyArea: studyArea, per: per,
        perWeight: perWeight, perTime: perTime, contours: contour.choice,
        words: picture.words(console.language))
      return try DensityMap(plan).account()
    }
    try account.tell(console, report: report, overwrite: reading.overwrite)
  }
}

/// A bandwidth, given or to be found.
enum BandwidthChoice: Sendable, Hashable, ExpressibleByArgument {
  case metres(Double)
  case silverman
  case likelihood

  /// Reads metres, `silverman` or `likelihood`.
  init?(argument: String) {
    switch argument.lowercased() {
    case "silverman": self = .silverman
    case "likelihood": self = .likelihood
    default:
      guard let metres = Double(argument), (1e-3...1e9).contains(metres) else { return nil }
      self = .metres(metres)
    }
  }

  static let allValueStrings = ["METRES", "silverman", "likelihood"]
}
