internal import Geo

/// Rows of tables by SQL, one after the other: from a dataset that is only read, or from one in the
/// middle of a transaction, which sees what that has written.
protocol TableSource: ~Copyable {
  /// Calls `body` with each row; throws `GDALError` and what `body` does.
  mutating func forEachRow(of sql: String, _ body: (Feature) throws -> Void) throws
}

extension VectorWriter: TableSource {}

/// Opens the dataset anew for each statement, for reading only.
struct TableReader: TableSource {
  /// The dataset.
  let dataset: String

  mutating func forEachRow(of sql: String, _ body: (Feature) throws -> Void) throws {
    try VectorReader.forEachRow(of: sql, in: dataset, body)
  }
}
