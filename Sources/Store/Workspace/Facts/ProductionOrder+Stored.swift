internal import Geo
internal import Inspection

extension ProductionOrder: StoredFact {
  static let table = "orders"
  static let columns = ["id", "site_id", "kind", "share", "basis", "started_at", "ended_at"]

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(siteID), .text(kind), .optional(share), .optional(basis),
      .moment(startedAt), .optional(endedAt),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), siteID: row.optionalText() ?? "", kind: try row.text(),
      share: try row.optionalReal(), basis: row.optionalText(), startedAt: try row.moment(),
      endedAt: try row.optionalMoment(), knownAt: row.knownAt)
  }
}
