import CGDAL

extension VectorWriter {
  /// Whether styles can be kept within the file: in a GeoPackage.
  public var keepsStyles: Bool { driver == "GPKG" }

  /// Keeps a style within the file, which QGIS then opens the layer with.
  ///
  /// In other formats than GeoPackage nothing happens. A style of the same name is replaced, and
  /// others of the layer are kept. The time of change that QGIS notes is always the start of 1970,
  /// so that the same content is the same table. Call it when the layer's features are written.
  /// Throws `noSuchLayer`, or `GDALError` if it cannot be written.
  public mutating func keep(_ style: LayerStyle, for layer: String) throws(GDALError) {
    guard keepsStyles else { return }
    let geometry = try geometryColumn(of: layer)
    // Layers that GDAL has not made yet would stand behind the styles.
    messages.collect { GDALFlushCache(dataset) }
    try makeStyleTable()
    let table = SQL.identifier(LayerStyle.table)
    let isOfLayer =
      "f_table_name = \(SQL.literal(layer)) AND f_geometry_column = \(SQL.literal(geometry))"
    try execute(sql: "UPDATE \(table) SET useAsDefault = 0 WHERE \(isOfLayer)")
    try execute(
      sql: "DELETE FROM \(table) WHERE \(isOfLayer) AND styleName = \(SQL.literal(style.name))")
    let values = [
      "", "", layer, geometry, style.name, style.qml, style.sld, nil, style.description, "", "",
      Self.noTime,
    ].map { $0.map(SQL.literal) ?? "1" }
    try execute(
      sql: """
        INSERT INTO \(table) (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, \
        styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) \
        VALUES (\(values.joined(separator: ", ")))
        """)
  }

  private static let noTime = "1970-01-01T00:00:00.000Z"

  private func geometryColumn(of layer: String) throws(GDALError) -> String {
    let handle = messages.collect { GDALDatasetGetLayerByName(dataset, layer) }
    guard let handle, let name = OGR_L_GetGeometryColumn(handle) else {
      throw GDALError(
        .noSuchLayer, "no layer \"\(layer)\" to keep a style for: create it first",
        cause: messages.takeFailure() ?? "", path: path, layer: layer)
    }
    return String(cString: name)
  }

  /// Makes the table as QGIS does, a table of attributes to the GeoPackage.
  private mutating func makeStyleTable() throws(GDALError) {
    try execute(
      sql: """
        CREATE TABLE IF NOT EXISTS \(SQL.identifier(LayerStyle.table)) (\
        "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "f_table_catalog" TEXT(256), \
        "f_table_schema" TEXT(256), "f_table_name" TEXT(256), "f_geometry_column" TEXT(256), \
        "styleName" TEXT(30), "styleQML" TEXT, "styleSLD" TEXT, "useAsDefault" BOOLEAN, \
        "description" TEXT, "owner" TEXT(30), "ui" TEXT(30), \
        "update_time" DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
        """)
    let name = SQL.literal(LayerStyle.table)
    try execute(
      sql: """
        INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, description, \
        last_change, srs_id) VALUES (\(name), 'attributes', \(name), '', '\(Self.noTime)', 0)
        """)
  }
}
