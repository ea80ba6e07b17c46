internal import CampaignData
internal import Geo

/// The tables of a workspace's dataset, and the version of their layout.
enum WorkspaceTables {
  /// The layout that this program writes; raised when an older program could no longer read it.
  static let version = 1

  private static let about = "workspace_about"
  private static let versionKey = "schema_version"

  /// Makes a dataset with every table of the schema, all empty.
  static func create(in dataset: String) throws(GDALError) {
    var writer = try VectorWriter(creating: dataset)
    try writer.begin()
    for table in Schema.tables { try create(table, in: &writer) }
    try writer.createLayer(
      about, geometry: .none, crs: nil,
      fields: [FieldDefinition("key", .text), FieldDefinition("value", .text)])
    try writer.append(
      Feature(values: [.text(versionKey), .text(String(version))]), to: about)
    try writer.commit()
    try writer.close()
  }

  /// Adds one table of the schema.
  static func create(_ table: TableSchema, in writer: inout VectorWriter) throws(GDALError) {
    try writer.createLayer(
      table.name, geometry: table.geometry.stored, crs: table.geometry == .none ? nil : .wgs84,
      fields: table.columns.map { FieldDefinition($0.name, $0.type.stored) },
      options: options(of: table))
  }

  /// Facts are appended by the hundred thousand and read whole: an index would cost more than it
  /// gives.
  private static func options(of table: TableSchema) -> [String: String] {
    var options = ["IDENTIFIER": "\(table.zh) \(table.name)", "DESCRIPTION": table.description]
    if table.geometry != .none { options["SPATIAL_INDEX"] = "NO" }
    return options
  }

  /// Throws unless this program can use the dataset.
  static func checkVersion(of dataset: String) throws(StoreError) {
    guard let found = try storedVersion(of: dataset) else {
      throw StoreError(
        .badData, "not a workspace's dataset: it does not say its version", file: dataset,
        nextStep: "Restore a copy of it, or run `hotspot init` in another folder.")
    }
    guard found <= version else {
      throw StoreError(
        .settings, "a newer program made this workspace", file: dataset,
        found: "version \(found)", expected: "version \(version) or older",
        nextStep: "Update hotspot, or name another workspace with -w.")
    }
  }

  private static func storedVersion(of dataset: String) throws(StoreError) -> Int? {
    var version: Int?
    var reader = TableReader(dataset: dataset)
    let key = SQL.literal(versionKey)
    do {
      try reader.forEachRow(of: "SELECT value FROM \(about) WHERE key = \(key)") { row in
        if case .text(let text)? = row.values.first { version = Int(text) }
      }
    } catch let error as GDALError where error.code == .invalidQuery {
      return nil
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    } catch {
      return nil
    }
    return version
  }
}

extension ColumnType {
  /// How a table keeps it: days and moments as text, in one spelling, which sorts.
  fileprivate var stored: FieldType {
    switch self {
    case .text, .list, .code, .date, .moment: .text
    case .integer: .integer
    case .real: .real
    case .boolean: .boolean
    }
  }
}

extension CampaignData.GeometryKind {
  /// The kind of the layer.
  fileprivate var stored: Geo.GeometryKind {
    switch self {
    case .none: .none
    case .point: .point
    case .area: .area
    }
  }
}
