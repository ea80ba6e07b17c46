import Geo

/// The layer with its new columns, in any vector format.
struct HotspotsOutput {
  let layer: ValueLayer
  let columns: HotspotsColumns
  let from: PlaceReference?

  /// Writes the file; returns what GDAL warned of.
  func write(to path: String, format: String?, overwrite: Bool) throws -> [String] {
    var writer = try VectorWriter(creating: path, driver: format, overwrite: overwrite)
    let isTable = layer.kind == .none
    let keepsTable = isTable && ["CSV", "XLSX", "ODS"].contains(writer.driver)
    let isPlaced = layer.places.contains { $0.isFinite }
    let kind: GeometryKind =
      keepsTable || (isTable && !isPlaced) ? .none : isTable ? .point : layer.kind
    try writer.createLayer(
      layer.name, geometry: kind, crs: isTable ? (from ?? .datum(.wgs84)).outputSystem : layer.crs,
      fields: layer.fields + columns.fields)
    for (number, feature) in layer.features.enumerated() {
      if number % 1024 == 0 { try Interruption.check() }
      var made = feature
      made.id = -1
      made.values += columns.values(number)
      if isTable, kind == .point, layer.places[number].isFinite {
        made.geometry = .point(layer.places[number])
      }
      try writer.append(made, to: layer.name)
    }
    let warnings = writer.warnings
    try writer.close()
    return warnings
  }
}
