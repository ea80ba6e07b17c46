import Geo

/// A layer of a GeoPackage with the style and titles that QGIS opens it with.
struct StyledLayer {
  private let name: String
  private let geometry: GeometryKind
  private let columns: LayerColumns
  private let style: MapStyle
  private let features: [Feature]

  init(
    _ name: String, _ geometry: GeometryKind, _ columns: LayerColumns, style: MapStyle,
    features: [Feature]
  ) {
    self.name = name
    self.geometry = geometry
    self.columns = columns
    self.style = style
    self.features = features
  }

  /// Adds the layer, WGS-84, to a file.
  func write(to writer: inout VectorWriter) throws(GDALError) {
    try writer.createLayer(name, geometry: geometry, crs: .wgs84, fields: columns.fields)
    for feature in features { try writer.append(feature, to: name) }
    try writer.finish(name, geometry: geometry, titles: columns.titles, style: style)
  }
}
