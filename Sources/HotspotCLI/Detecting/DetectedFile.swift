import Geo
import Publishing
import Terminal

/// A file of cells with what was found of them: a table, or polygons in longitude and latitude.
struct DetectedFile {
  let path: String
  /// GDAL's name of its format; nil is told by the ending.
  let format: String?
  let overwrites: Bool
  /// The name of the layer.
  let layer: String
  let fields: [FieldDefinition]
  /// How QGIS is to show a column.
  var style: MapStyle?

  /// Formats that hold no polygons.
  private static let tables = ["CSV", "XLSX", "ODS"]

  /// Writes rows, each with its cell as an index into `cells`; returns what GDAL warned of.
  func write(
    _ rows: [(cell: Int, values: [FieldValue])], of cells: CellLayer
  ) throws -> [String] {
    var writer = try VectorWriter(creating: path, driver: format, overwrite: overwrites)
    let isTable = Self.tables.contains(writer.driver)
    try writer.createLayer(
      layer, geometry: isTable ? .none : .area, crs: isTable ? nil : .wgs84, fields: fields)
    let areas = isTable ? [] : try cells.areas(in: .datum(.wgs84), file: cells.path)
    for (number, row) in rows.enumerated() {
      if number % 1024 == 0 { try Interruption.check() }
      try writer.append(
        Feature(values: row.values, geometry: isTable ? nil : .area(areas[row.cell])), to: layer)
    }
    if let style { try writer.keep(style, for: layer, geometry: isTable ? .none : .area) }
    let warnings = writer.warnings
    try writer.close()
    return warnings
  }
}
