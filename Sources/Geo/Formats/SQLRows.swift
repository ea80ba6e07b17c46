import CGDAL

extension VectorReader {
  /// Calls a function with each row that an SQL statement gives over a file's tables, in the
  /// format's own dialect, values in the order of its columns.
  ///
  /// Only the columns asked for are read, which for a wide table is most of the time. Throws
  /// `invalidQuery` for a statement with an error, and what opening or `body` throws.
  public static func forEachRow(
    of sql: String, in path: String, _ body: (Feature) throws -> Void
  ) throws {
    let messages = GDALMessages()
    let source = VectorSource(path: path, encoding: nil, openOptions: [:], messages: messages)
    let dataset = try source.open()
    try SQLRows(sql: sql, path: path, messages: messages).forEach(in: dataset.pointer, body)
  }
}

extension VectorWriter {
  /// Calls a function with each row that an SQL statement gives, what is not yet committed
  /// included; values in the order of its columns.
  public mutating func forEachRow(
    of sql: String, _ body: (Feature) throws -> Void
  ) throws {
    try SQLRows(sql: sql, path: path, messages: messages).forEach(in: dataset, body)
  }

  /// The rows that an SQL statement gives, values in the order of its columns.
  public mutating func query(_ sql: String) throws(GDALError) -> [Feature] {
    var rows: [Feature] = []
    do {
      try SQLRows(sql: sql, path: path, messages: messages)
        .forEach(in: dataset) { rows.append($0) }
    } catch let error as GDALError {
      throw error
    } catch {
      // The closure throws nothing, so only GDAL's errors come.
    }
    return rows
  }
}

/// A statement and the rows that it gives.
struct SQLRows {
  let sql: String
  let path: String
  let messages: GDALMessages

  /// Runs the statement and hands out its rows; it may give none.
  func forEach(in dataset: GDALDatasetH?, _ body: (Feature) throws -> Void) throws {
    try messages.collect { () throws in
      guard let result = GDALDatasetExecuteSQL(dataset, sql, nil, nil) else { return }
      defer { GDALDatasetReleaseResultSet(dataset, result) }
      var decoder = try FeatureDecoder(result, encoding: nil)
      while let lent = OGR_L_GetNextFeature(result) {
        defer { OGR_F_Destroy(lent) }
        try body(decoder.feature(lent))
      }
    }
    guard let failure = messages.takeFailure() else { return }
    throw GDALError.classified(
      .invalidQuery, "the statement \"\(sql)\" failed: check its tables and columns",
      cause: failure, path: path)
  }
}
