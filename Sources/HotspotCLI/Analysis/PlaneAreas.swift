import Geo
import Publishing

/// A new layer of areas that lie in a plane.
///
/// Formats that are longitude and latitude by their specifications get them moved there.
struct PlaneAreas: ~Copyable {
  /// The file, for what else it should hold.
  var writer: VectorWriter
  private let layer: String
  private var outward: Transformer?

  /// Starts a file that takes its place when `close` succeeds.
  init(
    _ target: TargetFile, layer: String, fields: [FieldDefinition], in system: CoordinateSystem?
  ) throws {
    var writer = try VectorWriter(
      creating: target.path, driver: target.format, overwrite: target.overwrites)
    let isStrict = ["GeoJSON", "GeoJSONSeq", "KML", "LIBKML", "GPX"].contains(writer.driver)
    var outward: Transformer?
    if isStrict, let system { outward = try Transformer(from: system, to: .wgs84) }
    try writer.createLayer(layer, geometry: .area, crs: isStrict ? .wgs84 : system, fields: fields)
    self.writer = writer
    self.layer = layer
    self.outward = outward
  }

  /// Appends an area.
  mutating func append(_ area: MultiPolygon, _ values: [FieldValue]) throws {
    let geometry = Geometry.area(area)
    let moved = try outward?.transform(geometry) ?? geometry
    try writer.append(Feature(values: values, geometry: moved), to: layer)
  }

  /// Puts the file in its place, with how QGIS is to show it; gives what GDAL warned of.
  consuming func close(_ style: MapStyle) throws -> [String] {
    try writer.keep(style, for: layer, geometry: .area)
    let warnings = writer.warnings
    try writer.close()
    return warnings
  }
}
