import Geo
import Publishing

/// A new file for features of one layer: delimited text, or any format through GDAL.
///
/// GDAL's own writer of delimited text costs four microseconds a row and rounds coordinates.
struct FeatureFile: ~Copyable {
  /// Whether features keep a geometry.
  let holdsPoints: Bool
  /// Whether features without a place are lost: FlatGeobuf sorts features by theirs.
  let dropsUnplaced: Bool

  fileprivate var vector: VectorWriter?
  fileprivate var table: DelimitedWriter?
  fileprivate let layer: String
  /// Whether rows of text begin with the position, because no column of theirs has it.
  fileprivate let beginsWithPosition: Bool

  /// Starts a file that takes its place when `close` succeeds; `isTable` if features have columns of
  /// positions instead of geometries.
  static func make(
    _ target: TargetFile, layer: String, fields: [FieldDefinition], isTable: Bool,
    crs: CoordinateSystem?
  ) throws -> FeatureFile {
    if let dialect = target.dialect {
      let names = fields.map(\.name)
      let columns = try PositionColumns(headings: names, lon: nil, lat: nil)
      let begins = !isTable && columns == nil
      let table = try DelimitedWriter(
        creating: target.path, headings: (begins ? ["X", "Y"] : []) + names, dialect: dialect,
        overwrite: target.overwrites)
      return FeatureFile(
        holdsPoints: false, dropsUnplaced: false, vector: nil, table: consume table,
        layer: layer, beginsWithPosition: begins)
    }
    var writer = try VectorWriter(
      creating: target.path, driver: target.format, overwrite: target.overwrites)
    // A table with columns of positions stays one where the format is a table itself.
    let holdsPoints = !isTable || !["XLSX", "ODS"].contains(writer.driver)
    let dropsUnplaced = writer.driver == "FlatGeobuf"
    try writer.createLayer(
      layer, geometry: holdsPoints ? .point : .none, crs: crs, fields: fields)
    return FeatureFile(
      holdsPoints: holdsPoints, dropsUnplaced: dropsUnplaced, vector: consume writer, table: nil,
      layer: layer, beginsWithPosition: false)
  }

  /// Appends a feature at a place.
  mutating func append(_ values: [FieldValue], at place: Coordinate?) throws {
    if vector != nil {
      let geometry = holdsPoints ? place.map { Geometry.point($0) } : nil
      try vector?.append(Feature(values: values, geometry: geometry), to: layer)
      return
    }
    var texts = values.map(\.text)
    if beginsWithPosition {
      texts = (place.map { ["\($0.x)", "\($0.y)"] } ?? ["", ""]) + texts
    }
    try table?.append(texts)
  }

  /// Keeps how QGIS is to show the layer, where the format can.
  mutating func keep(_ style: MapStyle) throws {
    try vector?.keep(style, for: layer, geometry: holdsPoints ? .point : .none)
  }

  /// What GDAL warned of.
  var warnings: [String] {
    // Chaining would consume the writer.
    switch vector {
    case .some(let writer): writer.warnings
    case .none: []
    }
  }

  /// Puts the file in its place.
  mutating func close() throws {
    try vector.take()?.close()
    try table.take()?.close()
  }
}

extension FieldValue {
  /// The value spelt out; nothing for none, whole numbers without a point.
  var text: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number) where number == number.rounded() && number.magnitude < 1e15:
      String(Int64(number))
    case .real(let number): String(number)
    }
  }
}
