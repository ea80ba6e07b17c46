/// The workspace's tables and the kinds of files that feed them.
///
/// One dictionary drives what is created, imported, checked and exported.
public enum Schema {
  /// The tables, in the order in which they are documented.
  public static let tables: [TableSchema] = EmbeddedTable(named: "tables").rows
    .compactMap { row in
      let own = ownColumns[row.text("table")] ?? []
      return TableSchema(row, columns: own.isEmpty ? [] : own + commonColumns)
    }

  /// The kinds of files that can be imported, in the order in which they are documented.
  public static let kinds: [ImportKind] = EmbeddedTable(named: "kinds").rows
    .compactMap { ImportKind($0, columns: columns(ofKind: $0)) }

  /// The kinds of files that are streamed and never stored: readings of meters, metered sites.
  public static let streamedKinds: [ImportKind] = EmbeddedTable(named: "streamed_kinds").rows
    .compactMap { ImportKind($0, columns: columns(ofKind: $0)) }

  /// The columns that every table has: `known_at`, `imported_from`, `imported_at`.
  public static let commonColumns: [ColumnDefinition] = ownColumns["*"] ?? []

  /// The columns `lon` and `lat` under which files bring points.
  public static let pointColumns: [ColumnDefinition] = ownColumns["*point"] ?? []

  /// The table with a name, as in `sites`.
  public static func table(named name: String) -> TableSchema? {
    tables.first { $0.name == name }
  }

  /// The kind with a name, as in `power-anomalies`.
  public static func kind(named name: String) -> ImportKind? {
    kinds.first { $0.name == name }
  }

  /// The streamed kind with a name, `readings` or `meters`.
  public static func streamedKind(named name: String) -> ImportKind? {
    streamedKinds.first { $0.name == name }
  }

  private static let ownColumns: [String: [ColumnDefinition]] = {
    var columns: [String: [ColumnDefinition]] = [:]
    for row in EmbeddedTable(named: "columns").rows {
      guard let column = ColumnDefinition(row) else { continue }
      columns[row.text("table"), default: []].append(column)
    }
    return columns
  }()

  private static func columns(ofKind row: EmbeddedRow) -> [ColumnDefinition] {
    var columns = ownColumns[row.text("table")] ?? []
    for name in row.list("extra_columns") {
      let parts = name.split(separator: ".").map(String.init)
      guard parts.count == 2,
        let column = ownColumns[parts[0]]?.first(where: { $0.name == parts[1] })
      else { continue }
      // What a site needs, a record that names a site by its identifier does not.
      columns.append(column.withoutRequirement())
    }
    columns += commonColumns.filter { $0.name == "known_at" }
    return row.list("geometry").contains("point") ? columns + pointColumns : columns
  }
}
