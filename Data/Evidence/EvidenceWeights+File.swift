extension EvidenceWeights {
  /// Why a text is no file of weights.
  public struct Fault: Error, Sendable, Hashable {
    /// The record, from 1, the headings not counted; nil for the headings.
    public var row: Int?
    /// The column.
    public var column: String
    /// What was found.
    public var found: String
    /// What would have been right.
    public var expected: String
  }

  /// These weights with the values that a comma-separated text names by key.
  ///
  /// The text has the columns `key` and `value`; others are for readers. Keys that it does not name
  /// keep their values. Throws for an unknown or repeated key and for a value that is no number.
  public func replacing(csv text: String) throws(Fault) -> EvidenceWeights {
    let table = EmbeddedTable(Array(text.utf8))
    for column in ["key", "value"] where !table.header.contains(column) {
      throw Fault(
        row: nil, column: column, found: table.header.joined(separator: ","),
        expected: "a column \(column)")
    }
    if let defect = table.defects.first {
      throw Fault(row: nil, column: "key", found: defect, expected: "as many fields as headings")
    }
    var values: [String: Double] = [:]
    for (number, row) in table.rows.enumerated() {
      let key = row.text("key")
      guard self[key] != nil, values[key] == nil else {
        throw Fault(
          row: number + 1, column: "key", found: key,
          expected: "each key of the default weights at most once")
      }
      guard let value = row.real("value"), value.isFinite, abs(value) < 1e6 else {
        throw Fault(
          row: number + 1, column: "value", found: row.text("value"), expected: "a number")
      }
      values[key] = value
    }
    return replacing(values)
  }

  /// These weights with other values, by key.
  public func replacing(_ values: [String: Double]) -> EvidenceWeights {
    EvidenceWeights(
      all.map { weight in values[weight.key].map { weight.with(value: $0) } ?? weight })
  }

  /// The values by key, in order, as text: what tells one set of weights from another.
  public var canonicalText: String {
    all.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
  }
}
