import ArgumentParser
import Geo
import Publishing
import Terminal

/// Converts vector files between formats, datums and coordinate systems.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert a vector file to another format, datum or coordinate system.",
    discussion: """
      Examples:
        hotspot convert gaode.csv -o wgs84.gpkg --from gcj02
        hotspot convert counties.shp -o counties.geojson
        hotspot convert stops.gpkg -o stops.gcj02.geojson --to gcj02
        hotspot convert grid.gpkg -o grid.fgb --to EPSG:4547

      GCJ-02 and BD-09 are no coordinate systems: such files carry none, say what they are in a \
      column coordinate_system, and as GeoJSON, KML or GPX must have it in their name.
      """)

  @Argument(help: "A file or connection that GDAL reads.") var input: String
  @Option(name: .shortAndLong, help: "File to write; its ending says the format.")
  var output: String
  @Option(help: "What its coordinates are in (default: what the file says).")
  var from: PlaceReference?
  @Option(help: "What to write them in.") var to = PlaceReference.datum(.wgs84)
  @Option(name: .customLong("of"), help: "GDAL's name of the output format, as in GPKG.")
  var format: String?
  @Option(name: .shortAndLong, help: "Layer or sheet (default: the first).") var layer: String?
  @Option(help: "Encoding of text (default: UTF-8 and GB18030 are told apart).")
  var encoding: String?
  @Option(help: "Column of the longitude, in a table.") var lon: String?
  @Option(help: "Column of the latitude, in a table.") var lat: String?
  @Flag(help: "Replace the output if it is there.") var overwrite = false
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    try ShiftedOutput.check(output, to: to)
    let count = try Interruption.whilePolling { try convert(console) }
    report(count, console)
  }

  private func convert(_ console: Console) throws -> Conversion.Count {
    var reader = try VectorReader(path: input, layer: layer, encoding: encoding)
    let columns = try PositionColumns(reader.fields, lon: lon, lat: lat)
    if reader.geometryKind == .none, columns == nil { throw noPlaces() }
    var converter = try PlaceConverter(
      from: from, stated: reader.geometryKind == .none ? nil : reader.crs, to: to, file: input)
    var conversion = try Conversion(
      of: reader, columns: columns, to: to, output: output, format: format, overwrite: overwrite)
    let bar = console.progressBar("convert", total: Self.count(input, layer: reader.layer, console))
    try conversion.run(&reader, converter: &converter, bar: bar)
    for warning in reader.warnings + conversion.warnings { console.warn(warning) }
    return try conversion.finish()
  }

  private func report(_ count: Conversion.Count, _ console: Console) {
    console.say(
      zh: "读取 \(count.read) = 写出 \(count.written) + 退回 \(count.rejected)",
      en: "read \(count.read) = written \(count.written) + rejected \(count.rejected)")
    console.result(
      "\(output)\n",
      json: .object([
        .init("output", .string(output)), .init("coordinates", .string(to.name)),
        .init("read", .integer(count.read)), .init("written", .integer(count.written)),
        .init("rejected", .integer(count.rejected)),
      ]))
  }

  private func noPlaces() -> CommandFailure {
    CommandFailure(
      status: .badData, message: "the layer has neither geometries nor columns of coordinates",
      file: input, hint: "Name the columns with --lon and --lat, or another layer with -l.")
  }

  /// How many features there are, asked only where a bar is to be drawn; 0 where unknown.
  private static func count(_ path: String, layer: String, _ console: Console) -> Int {
    guard console.showsProgress, let layers = try? VectorReader.layers(path: path) else { return 0 }
    return Int(max(0, layers.first { $0.name == layer }?.featureCount ?? 0))
  }
}
