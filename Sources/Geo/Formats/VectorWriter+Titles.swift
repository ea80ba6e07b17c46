extension VectorWriter {
  /// Keeps titles of a layer's columns within a GeoPackage, in its table `gpkg_data_columns`.
  ///
  /// After the extension `gpkg_schema` of OGC 12-128r18, annex F.9; GDAL 3.6 writes none itself. In
  /// other formats nothing happens. Call it when the layer is created. Throws `GDALError` if the
  /// titles cannot be written.
  public mutating func keep(
    titles: [ColumnTitle], for layer: String
  ) throws(GDALError) {
    guard keepsStyles, !titles.isEmpty else { return }
    try makeTitleTables()
    for title in titles {
      let values = [layer, title.column, title.title, title.title, title.description]
        .map(SQL.literal).joined(separator: ", ")
      // Names are unique within a layer: a second column of the same title keeps its own name.
      try execute(
        sql: """
          INSERT OR IGNORE INTO gpkg_data_columns \
          (table_name, column_name, name, title, description) VALUES (\(values))
          """)
    }
  }

  /// The tables as the standard defines them, and that the file uses the extension.
  private mutating func makeTitleTables() throws(GDALError) {
    try execute(
      sql: """
        CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, \
        column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT, \
        constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), \
        CONSTRAINT gdc_tn UNIQUE (table_name, name))
        """)
    try execute(
      sql: """
        CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (constraint_name TEXT NOT NULL, \
        constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, \
        max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, \
        CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))
        """)
    try execute(
      sql: """
        CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, \
        extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, \
        CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))
        """)
    for table in ["gpkg_data_columns", "gpkg_data_column_constraints"] {
      try execute(
        sql: """
          INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) \
          SELECT \(SQL.literal(table)), NULL, 'gpkg_schema', \
          'http://www.geopackage.org/spec121/#extension_schema', 'read-write' WHERE NOT EXISTS \
          (SELECT 1 FROM gpkg_extensions WHERE table_name = \(SQL.literal(table)) \
          AND extension_name = 'gpkg_schema')
          """)
    }
  }
}
