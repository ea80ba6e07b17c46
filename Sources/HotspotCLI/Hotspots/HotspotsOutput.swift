import Geo
import Publishing
import Terminal

/// The layer with its new columns, in any vector format.
struct HotspotsOutput {
  let layer: ValueLayer
  let columns: any FeatureColumns
  let from: PlaceReference?
  /// Columns of a table that become numbers too, where all of their text is.
  var numbers: [Int] = []
  /// How QGIS is to show a column, called as it would be if its name was free.
  var style: MapStyle?

  /// Writes the file, and with `further` what else goes into it; returns what GDAL warned of.
  func write(
    to path: String, format: String?, overwrite: Bool,
    further: (inout VectorWriter) throws -> Void = { _ in }
  ) throws -> [String] {
    var writer = try VectorWriter(creating: path, driver: format, overwrite: overwrite)
    let isTable = layer.kind == .none
    let keepsTable = isTable && ["CSV", "XLSX", "ODS"].contains(writer.driver)
    let isPlaced = layer.places.contains { $0.isFinite }
    let kind: GeometryKind =
      keepsTable || (isTable && !isPlaced) ? .none : isTable ? .point : layer.kind
    // A table of text stays one; elsewhere its numbers become numbers.
    let numeric = keepsTable ? [] : layer.numeric + (isTable ? numbers.filter(isOfNumbers) : [])
    var fields = layer.fields
    for column in numeric { fields[column].type = .real }
    try writer.createLayer(
      layer.name, geometry: kind, crs: isTable ? (from ?? .datum(.wgs84)).outputSystem : layer.crs,
      fields: fields + columns.fields)
    for (number, feature) in layer.features.enumerated() {
      if number % 1024 == 0 { try Interruption.check() }
      var made = feature
      made.id = -1
      for column in numeric {
        made.values[column] = made.values[column].number.map { .real($0) } ?? .null
      }
      made.values += columns.values(number)
      if isTable, kind == .point, layer.places[number].isFinite {
        made.geometry = .point(layer.places[number])
      }
      try writer.append(made, to: layer.name)
    }
    try further(&writer)
    try style.map { try writer.keep(columns.shown(by: $0), for: layer.name, geometry: kind) }
    var warnings = writer.warnings
    let unplaced = layer.places.count { !$0.isFinite }
    if writer.driver == "FlatGeobuf", unplaced > 0 {
      warnings.append("\(path): FlatGeobuf holds no features without a place, lost: \(unplaced)")
    }
    try writer.close()
    return warnings
  }

  private func isOfNumbers(_ column: Int) -> Bool {
    !layer.numeric.contains(column)
      && layer.features.allSatisfy { $0.values[column].number != nil || $0.values[column].isBlank }
  }
}

extension FeatureColumns {
  /// A style of a column as the column is called among the features' own.
  fileprivate func shown(by style: MapStyle) -> MapStyle {
    var named = style
    let column = fields.first { $0.name == style.column || $0.name.hasPrefix(style.column + "_") }
    named.column = column?.name ?? style.column
    return named
  }
}
