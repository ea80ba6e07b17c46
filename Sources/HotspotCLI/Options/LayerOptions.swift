import ArgumentParser
import Geo

/// How a command reads a layer and writes what it makes of it: the same options for all.
struct LayerOptions: ParsableArguments {
  @Option(
    help: "What the coordinates are in (default: what the file says; else longitude, latitude).")
  var from: PlaceReference?
  @Option(name: .shortAndLong, help: "Layer or sheet (default: the first).") var layer: String?
  @Option(help: "Encoding of text (default: UTF-8 and GB18030 are told apart).")
  var encoding: String?
  @Option(help: "Column of the longitude or x, in a table.") var lon: String?
  @Option(help: "Column of the latitude or y, in a table.") var lat: String?
  @Option(name: .customLong("of"), help: "GDAL's name of the output format, as in GPKG.")
  var format: String?
  @Flag(help: "Replace the output if it is there.") var overwrite = false

  /// Whether anything is said about a file to be read.
  var describesFile: Bool {
    from != nil || layer != nil || encoding != nil || lon != nil || lat != nil
  }

  /// How to read a file of points.
  func source(_ path: String) -> PointSource {
    PointSource(path: path, layer: layer, encoding: encoding, lon: lon, lat: lat, from: from)
  }

  /// The file to write.
  func target(_ path: String) -> TargetFile {
    TargetFile(path: path, format: format, overwrites: overwrite)
  }
}
