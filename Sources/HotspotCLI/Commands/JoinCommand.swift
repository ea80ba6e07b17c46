import ArgumentParser
import Geo
import Publishing
import Terminal

/// Gives points the columns of the polygon that holds them.
struct JoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Give each point the columns of the polygon that holds it.",
    discussion: """
      Examples:
        hotspot join complaints.csv townships.gpkg -o joined.csv --columns code,name
        hotspot join sites.gpkg counties.shp -o sites-by-county.gpkg
        hotspot join gaode.csv townships.gpkg -o joined.gpkg --from gcj02
        zcat big.csv.gz | hotspot join - cells.fgb -o - --columns id > joined.csv

      Every point keeps its row; outside of all polygons the new columns are empty. A point on a \
      border belongs to exactly one of the polygons that meet there. Columns of longitude and \
      latitude, or x and y, are found by their headings. From CSV to CSV rows are copied as they \
      stand, so that ten million take seconds and little memory.
      """)

  @Argument(help: "Points: a file or connection that GDAL reads; - is CSV on standard input.")
  var points: String
  @Argument(help: "Polygons: a file or connection that GDAL reads.") var polygons: String
  @Option(
    name: .shortAndLong,
    help: "File to write; its ending says the format; - is CSV on standard output.")
  var output: String
  @Option(help: "Columns of the polygons that points get, as in code,name (default: all).")
  var columns: String?
  @Flag(help: "Give a row for each polygon that holds a point, where polygons overlap.")
  var all = false
  @Option(
    help: "Give points in no polygon the nearest one within so many metres, and the distance.")
  var nearest: Double?
  @Option(help: "What the points are in (default: what the file says; else as the polygons).")
  var from: PlaceReference?
  @Option(help: "What the polygons are in (default: what the file says).")
  var polygonsFrom: PlaceReference?
  @Option(name: .customLong("of"), help: "GDAL's name of the output format, as in GPKG.")
  var format: String?
  @Option(name: .shortAndLong, help: "Layer or sheet of the points (default: the first).")
  var layer: String?
  @Option(help: "Layer of the polygons (default: the first).") var polygonsLayer: String?
  @Option(help: "Encoding of the points' text (default: UTF-8 and GB18030 are told apart).")
  var encoding: String?
  @Option(help: "Column of the longitude or x, in a table.") var lon: String?
  @Option(help: "Column of the latitude or y, in a table.") var lat: String?
  @Flag(help: "Replace the output if it is there.") var overwrite = false
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    if let nearest, !(nearest >= 0) { throw ValidationError("--nearest is a number of metres.") }
    if nearest != nil, all { throw ValidationError("--nearest and --all exclude each other.") }
  }

  func run() throws {
    let console = manner.console()
    let outcome = try Interruption.whilePolling {
      let layer = try AreaLayer(
        reading: polygons, layer: polygonsLayer, reference: polygonsFrom,
        expecting: JoinPlan.likelyRows(of: points))
      return try Join(plan(layer)).run(console)
    }
    for warning in outcome.warnings { console.warn(warning) }
    console.say(zh: outcome.count.account(.zh), en: outcome.count.account(.en))
    guard output != "-" else { return }
    console.result(
      "\(output)\n", json: .object([.init("output", .string(output))] + outcome.count.members))
  }

  private func plan(_ layer: AreaLayer) -> JoinPlan {
    JoinPlan(
      points: points, pointsLayer: self.layer, encoding: encoding, lon: lon, lat: lat, from: from,
      layer: layer,
      columns: columns?.split(separator: ",").map { $0.trimmed } ?? [],
      givesAll: all, nearest: nearest, output: output, format: format, overwrites: overwrite)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
