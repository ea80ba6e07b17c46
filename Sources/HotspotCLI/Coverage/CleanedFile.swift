import Geo
import Terminal

/// A repaired layer on its way into a file: the same features with other areas.
struct CleanedFile: ~Copyable {
  private var writer: VectorWriter
  private let layer: String

  /// Begins it; it takes its place when `finish` succeeds.
  init(_ path: String, like layer: CoverageLayer, format: String?, overwrite: Bool) throws {
    var writer = try VectorWriter(creating: path, driver: format, overwrite: overwrite)
    // Rounded corners would no longer match.
    let options = writer.driver == "GeoJSON" ? ["COORDINATE_PRECISION": "17"] : [:]
    try writer.createLayer(
      layer.name, geometry: .area, crs: layer.system, fields: layer.fields, options: options)
    self.writer = writer
    self.layer = layer.name
  }

  /// What the writer warned of, and whether the format keeps every bit.
  var warnings: [String] {
    let rounds = ["CSV", "KML", "LIBKML", "GML"].contains(writer.driver)
    return writer.warnings
      + (rounds ? ["\(writer.driver) rounds coordinates: .gpkg, .fgb and .shp keep them"] : [])
  }

  /// Writes all features of a layer, its areas replaced.
  mutating func write(_ source: CoverageLayer, _ areas: [MultiPolygon]) throws {
    var next = 0
    for (number, feature) in source.features.enumerated() {
      if number % 256 == 0 { try Interruption.check() }
      var result = feature
      result.id = -1
      if feature.geometry != nil {
        result.geometry = .area(areas[next])
        next += 1
      }
      try writer.append(result, to: layer)
    }
  }

  /// Puts the output in its place.
  consuming func finish() throws { try writer.close() }
}
