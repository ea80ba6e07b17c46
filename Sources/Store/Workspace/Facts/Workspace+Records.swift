public import CampaignData
public import Geo

/// The records of a table as a map or a GIS reads them: every column, words as they are stored.
public struct TableRecords: Sendable {
  /// The columns, in the order of the schema, without those that only tell where a record came from.
  public let columns: [ColumnDefinition]
  /// The newest version of each record, by key; values in the order of `columns`.
  public let features: [Feature]
}

extension Workspace {
  /// The newest versions of a table's records that were known by a moment, with their geometry.
  ///
  /// Unlike ``facts(asOf:)``, which reads what plans need, this keeps every column. Throws `badData`
  /// where another program left rows without the moment at which they were known.
  /// - Complexity: reads the table once; O(n log n) for n rows.
  public func records(of table: TableSchema, asOf moment: Moment) throws -> TableRecords {
    let columns = table.columns.filter { !Self.origins.contains($0.name) }
    let keys = table.idColumns.compactMap { name in columns.firstIndex { $0.name == name } }
    var newest: [String: (known: String, imported: String, feature: Feature)] = [:]
    do {
      try VectorReader.forEachRow(
        of: Self.statement(for: table, columns, asOf: moment), in: layout.dataset
      ) { row in
        guard case .text(let known) = row.values[0], case .text(let imported) = row.values[1] else {
          throw StoreError(
            .badData, "a record does not say when it was known", file: layout.dataset,
            row: Int(row.id), nextStep: "Remove it, or import it with `hotspot import`.")
        }
        let feature = Feature(
          id: row.id, values: Array(row.values.dropFirst(2)), geometry: row.geometry)
        let key = keys.map { feature.values[$0].storedText }.joined(separator: "\u{1F}")
        // Moments are stored in one spelling and one zone, so they sort as text.
        if let other = newest[key], (known, imported) < (other.known, other.imported) { return }
        newest[key] = (known, imported, feature)
      }
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
    let sorted = newest.sorted { $0.key < $1.key }.map(\.value.feature)
    return TableRecords(columns: columns, features: sorted)
  }

  /// What tells where a record came from: file names of whoever imported it.
  private static let origins: Set<String> = ["known_at", "imported_from", "imported_at", "datum"]

  private static func statement(
    for table: TableSchema, _ columns: [ColumnDefinition], asOf moment: Moment
  ) -> String {
    var names = ["fid", "known_at", "imported_at"] + columns.map(\.name)
    if table.geometry != .none { names.append("geom") }
    let list = names.map { SQL.identifier($0) }.joined(separator: ", ")
    return "SELECT \(list) FROM \(SQL.identifier(table.name)) "
      + "WHERE known_at <= \(SQL.literal(moment.description)) ORDER BY fid"
  }
}

extension FieldValue {
  fileprivate var storedText: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    }
  }
}
