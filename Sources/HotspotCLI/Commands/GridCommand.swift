import ArgumentParser
import Geo
import Publishing
import Terminal

/// Lays equal-area cells over the polygons of any file.
struct GridCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grid",
    abstract: "Lay equal-area cells over polygons, and measure what each polygon has of a cell.",
    discussion: """
      Examples:
        hotspot grid cities.gpkg -o grid.gpkg
        hotspot grid counties.shp -o grid.geojson --size 1000 --from gcj02
        hotspot grid townships.gpkg -o grid.gpkg --shares shares.csv --columns code,name
        hotspot grid townships.gpkg -o grid.gpkg --shares cities.csv --by city_code
        hotspot grid cities.gpkg -o fine.gpkg --sub-cells

      A cell is named by how many cells it lies east and north of the projection's origin, so \
      its name does not depend on the polygons. Cells are written in the grid's coordinate system, \
      to GeoJSON and KML in longitude and latitude. The table of shares has a row for each polygon \
      in each cell; with --by a row for all polygons that have the same values.
      """)

  @Argument(help: "A file or connection that GDAL reads, with polygons.") var boundaries: String
  @Option(name: .shortAndLong, help: "File to write; its ending says the format.")
  var output: String
  @Option(help: "Side of a cell in metres.") var size = 3000.0
  @Option(help: "The grid's coordinate system, in metres (default: Albers equal-area of China).")
  var crs: PlaceReference?
  @Flag(help: "Write sub-cells, a sixth of the side, in place of the cells.") var subCells = false
  @Option(help: "What the polygons' coordinates are in (default: what the file says).")
  var from: PlaceReference?
  @Option(help: "Also write a table of what each polygon has of each cell.") var shares: String?
  @Option(help: "Columns of the polygons to repeat in the table of shares, as in code,name.")
  var columns: [String] = []
  @Option(help: "Columns whose values name the groups that shares are summed over.")
  var by: [String] = []
  @Option(name: .customLong("of"), help: "GDAL's name of the output format, as in GPKG.")
  var format: String?
  @Option(name: .shortAndLong, help: "Layer of the polygons (default: the first).")
  var layer: String?
  @Option(help: "Encoding of text (default: UTF-8 and GB18030 are told apart).")
  var encoding: String?
  @Flag(help: "Replace outputs that are there.") var overwrite = false
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    try checkOutputs()
    let scheme = try GridScheme(size: size, crs: crs, hasSubCells: subCells)
    let report = try Interruption.whilePolling { try lay(scheme, console) }
    report.tell(console)
    let files = [output] + [shares].compactMap(\.self)
    console.result(files.map { $0 + "\n" }.joined(), json: report.json(output, shares))
  }

  private func lay(_ scheme: GridScheme, _ console: Console) throws -> GridReport {
    var reader = try VectorReader(path: boundaries, layer: layer, encoding: encoding)
    var groups = try ShareGroups(
      columns: columns.flatMap(Self.names), by: by.flatMap(Self.names), fields: reader.fields)
    let cells = try CellFile(output, scheme: scheme, format: format, overwrite: overwrite)
    var laying = try GridLaying(
      scheme, from: from, stated: reader.crs, kind: reader.geometryKind, file: boundaries)
    try laying.run(&reader, groups: &groups)
    for warning in reader.warnings { console.warn(warning) }
    let (report, census) = try laying.finish()
    if let shares {
      let table = try ShareFile(shares, groups: groups, scheme: scheme, overwrite: overwrite)
      try table.write(census, areas: report.groupAreas)
    }
    try cells.write(census)
    return report
  }

  private func checkOutputs() throws {
    if let shares, shares == output {
      throw CommandFailure(
        status: .usage, message: "cells and shares would be the same file", file: shares,
        hint: "Give --shares another name.")
    }
    if shares == nil, !(columns + by).isEmpty {
      throw CommandFailure(
        status: .usage, message: "--columns and --by are about the table of shares",
        hint: "Name its file with --shares.")
    }
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map(String.init)
  }
}
