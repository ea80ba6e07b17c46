internal import Geo
internal import Inspection

extension Alert: StoredFact {
  static let table = "alerts"
  static let columns = [
    "id", "cell_id", "period", "reason", "value", "change", "issued_at", "detected_by",
    "rule_version", "input_hash",
  ]

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(cellID), .text(period), .text(reason), .optional(value),
      .optional(change), .moment(issuedAt), .optional(detectedBy), .optional(ruleVersion),
      .optional(inputHash),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), cellID: try row.text(), period: try row.text(),
      reason: try row.text(), value: try row.optionalReal(), change: try row.optionalReal(),
      issuedAt: try row.moment(), knownAt: row.knownAt, detectedBy: row.optionalText(),
      ruleVersion: row.optionalText(), inputHash: row.optionalText())
  }
}
