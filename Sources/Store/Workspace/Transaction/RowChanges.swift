internal import Geo

/// Changes of text columns in rows of a table, written by the thousand.
struct RowChanges {
  private let table: String
  private let columns: [String]
  private var tuples: [String] = []

  /// Changes a statement carries.
  private static let batch = 1000

  init(table: String, columns: [String]) {
    self.table = table
    self.columns = columns
  }

  /// Notes what a row should hold; a row that holds it already is passed over.
  mutating func note(_ row: Int64, from values: [FieldValue], to wanted: [String?]) {
    guard zip(values, wanted).contains(where: { $0 != .optional($1) }) else { return }
    let literals = wanted.map { $0.map { SQL.literal($0) } ?? "NULL" }
    tuples.append("(\(row),\(literals.joined(separator: ",")))")
  }

  /// The statements that make the changes.
  var statements: [String] {
    // SQLite names the columns of VALUES column1, column2 ...
    let assignments = columns.indices
      .map { "\(SQL.identifier(columns[$0])) = v.column\($0 + 2)" }
      .joined(separator: ", ")
    return stride(from: 0, to: tuples.count, by: Self.batch).map { start in
      let values = tuples[start..<min(start + Self.batch, tuples.count)].joined(separator: ",")
      return "UPDATE \(SQL.identifier(table)) SET \(assignments) "
        + "FROM (VALUES \(values)) AS v WHERE fid = v.column1"
    }
  }
}
