import CGDAL

extension VectorWriter {
  /// Runs an SQL statement in the format's own dialect.
  public mutating func execute(sql: String) throws(GDALError) {
    // These two do not run within a transaction.
    let stands = ["VACUUM", "PRAGMA"].contains { sql.uppercased().hasPrefix($0) }
    if transaction == .none, !stands { try start(.implicit) }
    messages.collect {
      if let result = GDALDatasetExecuteSQL(dataset, sql, nil, nil) {
        GDALDatasetReleaseResultSet(dataset, result)
      }
    }
    try check(sql)
  }

  private mutating func check(_ sql: String) throws(GDALError) {
    guard let failure = messages.takeFailure() else { return }
    let error = GDALError.classified(
      .invalidQuery, "the statement \"\(sql)\" failed: check its tables and columns",
      cause: failure, path: path)
    isBroken = isBroken || error.breaksTransaction
    throw error
  }
}

/// Spells texts and names so that SQL takes them as such, whatever is in them.
public enum SQL {
  /// A text literal: in single quotes.
  public static func literal(_ text: String) -> String { quoted(text, "'") }

  /// The name of a table or column: in double quotes.
  public static func identifier(_ name: String) -> String { quoted(name, "\"") }

  private static func quoted(_ text: String, _ mark: Character) -> String {
    var result = String(mark)
    for character in text {
      if character == mark { result.append(mark) }
      result.append(character)
    }
    result.append(mark)
    return result
  }
}
