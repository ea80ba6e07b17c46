public import CampaignData
internal import Geo
public import Inspection

/// Changes to a workspace that become lasting together or not at all; see ``Workspace/write(_:)``.
public struct WorkspaceTransaction: ~Copyable {
  /// The dataset's path, for errors.
  let dataset: String
  var writer: VectorWriter

  init(dataset: String) throws(GDALError) {
    var writer = try VectorWriter(updating: dataset)
    // 200 MB of pages, so that a large import is written once, at its commit.
    try writer.execute(sql: "PRAGMA cache_size = -200000")
    try writer.begin()
    self.dataset = dataset
    self.writer = writer
  }

  /// Makes the changes last; a transaction that goes without it undoes them.
  consuming func commit() throws(GDALError) { try writer.close() }

  /// Adds records as new rows, about 10 microseconds each.
  ///
  /// Rows are only ever added: a changed fact is a new row with a later `known_at`. Values come in
  /// the order of the table's columns; `known_at`, `imported_from` and `imported_at`, which stand
  /// last, may be left out and are set here. Throws `StoreError` if a value does not fit its
  /// column.
  public mutating func append(
    _ records: [Record], to table: TableSchema, from file: String, importedAt: Moment
  ) throws {
    let count = table.columns.count - Schema.commonColumns.count
    for record in records {
      guard record.values.count == count || record.values.count == table.columns.count else {
        throw StoreError(
          .software, "a record has the wrong number of values", file: "table \(table.name)",
          found: String(record.values.count), expected: String(count),
          nextStep: "Report this as a fault of the program.")
      }
      var values = Array(record.values.prefix(count))
      values += [.moment(record.knownAt), .text(file), .moment(importedAt)]
      try store(Feature(values: values, geometry: record.geometry), in: table.name)
    }
  }

  /// The identifier and content of the newest version of each record: tells same from changed.
  ///
  /// The identifier is that of ``Record/identifier(in:)``, the hash that of
  /// ``Record/contentHash(in:)``. Reads the whole table.
  public mutating func newestHashes(of table: TableSchema) throws -> [String: UInt64] {
    let digester = RecordDigester(table)
    var newest: [String: (known: String, imported: String, hash: UInt64)] = [:]
    try wrapping { transaction in
      try transaction.writer.forEachRow(of: digester.statement) { row in
        let (known, imported) = digester.moments(row.values)
        let id = digester.identifier(row.values)
        if let last = newest[id], (last.known, last.imported) > (known, imported) { return }
        newest[id] = (known, imported, digester.hash(row.values, row.geometry))
      }
    }
    return newest.mapValues(\.hash)
  }

  /// The facts known by a moment, those of this transaction included; see ``Workspace/facts(asOf:)``.
  public mutating func facts(asOf moment: Moment) throws -> Facts {
    let reader = FactReader(asOf: moment, dataset: dataset)
    return try wrapping { try reader.facts(from: &$0.writer) }
  }

  /// Appends one row.
  mutating func store(_ feature: Feature, in table: String) throws(StoreError) {
    do {
      try writer.append(feature, to: table)
    } catch {
      throw StoreError(error, writing: true)
    }
  }

  /// Turns GDAL's errors into the workspace's.
  mutating func wrapping<Result>(
    _ body: (inout WorkspaceTransaction) throws -> Result
  ) throws -> Result {
    do {
      return try body(&self)
    } catch let error as GDALError {
      throw StoreError(error, writing: true)
    }
  }
}
