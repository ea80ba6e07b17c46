import ArgumentParser
import Geo
import Publishing

/// Maps the density of points.
struct DensityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "density",
    abstract: "Map how dense points lie, in points per km2.",
    discussion: """
      Examples:
        hotspot density complaints.csv -o density.tif --bandwidth 1500
        hotspot density complaints.csv -o cells.gpkg --bandwidth silverman --cell 1000
        hotspot density complaints.csv -o map.tif --bandwidth 1500 --days 90 --study-area city.gpkg
        hotspot density complaints.csv -o sites.csv --bandwidth 1500 --at sites.csv
        hotspot density complaints.csv -o map.svg --bandwidth 1500
        hotspot density complaints.csv -o share.tif --bandwidth 3000 --per records.csv

      A .tif is a cloud-optimised GeoTIFF; other formats get the cells above zero, as squares or, \
      in .csv, as positions of their centres; a GeoPackage opens coloured in QGIS, an .svg is a \
      picture with a legend. With --at the points of another file keep their rows \
      and get the column density instead. Points in degrees are measured in a projection in \
      metres, which is told; --from also holds for further files that do not say. With --study-area points outside are left out, and the density is \
      corrected at its border.
      """)

  @Argument(help: "Points: a file or connection that GDAL reads; - is CSV on standard input.")
  var points: String
  @OptionGroup var reading: PointOptions
  @Option(name: .shortAndLong, help: "File to write; its ending says the format.")
  var output: String
  @Option(help: "Bandwidth in metres, or silverman or likelihood to let the points say it.")
  var bandwidth: BandwidthChoice
  @Option(help: "Side of a cell in metres.") var cell = 500.0
  @Option(help: "How weight spreads: quartic, gaussian, epanechnikov or uniform.")
  var kernel = DensityKernel.quartic
  @Option(help: "Column that says what each point counts (default: one each).")
  var weight: String?
  @Option(help: "Points to give a column of the density, instead of a map.") var at: String?
  @Option(help: "Days that the points are of: the density is per km2 and day.") var days: Double?
  @Option(help: "Polygons where points could be: corrects the density at their border.")
  var studyArea: String?
  @Option(help: "Points to divide by, as all records: gives the ratio of both densities.")
  var per: String?
  @Option(help: "Column that says what each point of --per counts, as people.")
  var perWeight: String?
  @OptionGroup var picture: PictureOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard (1e-3...1e9).contains(cell) else {
      throw ValidationError("--cell is a length in metres, 0.001 or more.")
    }
    guard days.map({ $0 > 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--days is a number above 0.")
    }
    guard per != nil || perWeight == nil else {
      throw ValidationError("--per-weight is a column of the points of --per: name them.")
    }
    guard per == nil || days == nil else {
      throw ValidationError("A ratio has no unit: leave out --days or --per.")
    }
  }

  func run() throws {
    let console = manner.console()
    let plan = DensityPlan(
      source: reading.source(points), crs: try reading.plane(), target: reading.target(output),
      bandwidth: bandwidth, cell: cell, kernel: kernel, weight: weight, at: at, days: days,
      studyArea: studyArea, per: per, perWeight: perWeight, words: picture.words(console.language))
    let account = try Interruption.whilePolling { try DensityMap(plan).account() }
    account.tell(console)
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
