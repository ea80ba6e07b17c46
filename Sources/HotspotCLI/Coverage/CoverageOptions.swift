import ArgumentParser
import Geo

/// Which layer is a coverage, and which of its gaps are faults: the same options for both commands.
struct CoverageOptions: ParsableArguments {
  @Argument(help: "A file or connection that GDAL reads.") var input: String
  @Option(name: .shortAndLong, help: "Layer (default: the first).") var layer: String?
  @Option(help: "Encoding of text (default: UTF-8 and GB18030 are told apart).")
  var encoding: String?
  @Option(help: "What its coordinates are in (default: what the file says).")
  var from: PlaceReference?
  @Option(help: "Largest area of a gap that is a fault, in square metres.")
  var maxGapArea: Double?
  @Option(help: "Mean width in metres below which a place is a sliver.") var sliverWidth = 1.0
  @Flag(help: "Replace the output if it is there.") var overwrite = false

  func validate() throws {
    guard (maxGapArea ?? 0) >= 0, sliverWidth >= 0 else {
      throw ValidationError("--max-gap-area and --sliver-width must be 0 or more.")
    }
  }

  /// Reads the layer.
  func read() throws -> CoverageLayer {
    try CoverageLayer(path: input, layer: layer, encoding: encoding, from: from)
  }
}
