import ArgumentParser
import Geo

/// The plane in which a command measures.
struct PlaneOptions: ParsableArguments {
  @Option(help: "Projection in metres to measure in, as in EPSG:32650 (default: see above).")
  var crs: String?

  /// The plane asked for; throws if PROJ does not know it.
  func system() throws -> CoordinateSystem? { try crs.map { try CoordinateSystem($0) } }
}
