internal import Geo

/// The columns of a table that are being read, and where they stand: what an error names.
struct FactSource: Sendable {
  /// The dataset.
  let dataset: String
  /// The table.
  let table: String
  /// The columns read.
  let columns: [String]

  /// An error about a value of a row.
  func failure(
    row: Int64, column: Int? = nil, _ message: String, found: FieldValue? = nil, expected: String
  ) -> StoreError {
    StoreError(
      .badData, message, file: "\(dataset), table \(table)", row: Int(row),
      column: column.map { columns[$0] }, found: found.map(Self.text), expected: expected,
      nextStep: "The table was changed by another program: restore a copy, or import the row anew.")
  }

  private static func text(_ value: FieldValue) -> String {
    switch value {
    case .null: "nothing"
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    }
  }
}
