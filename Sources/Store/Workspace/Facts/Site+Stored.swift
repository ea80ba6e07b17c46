internal import Geo
internal import Inspection

extension Site: StoredFact {
  static let table = "sites"
  static let columns = [
    "id", "name", "kind", "topics", "ledger", "status", "industry", "credit_code", "origin",
    "county_code",
  ]
  static let readsGeometry = true

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(name), .text(kind), .list(topics), .optional(ledger), .optional(status),
      .optional(industry), .optional(creditCode), .text(origin), .optional(countyCode),
    ]
  }
  var geometry: Geometry? { .point(position) }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), name: try row.text(), position: try row.position(),
      kind: try row.text(), topics: row.list(), ledger: row.optionalText(),
      status: row.optionalText(), industry: row.optionalText(), creditCode: row.optionalText(),
      origin: try row.text(), countyCode: row.optionalText(), knownAt: row.knownAt)
  }
}
