internal import Geo
internal import Inspection

extension PowerAnomaly: StoredFact {
  static let table = "power_anomalies"
  static let columns = ["id", "site_id", "rule", "started_at", "ended_at", "severity", "detail"]

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(siteID), .text(rule), .moment(startedAt), .optional(endedAt),
      .real(severity), .optional(detail),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), siteID: row.optionalText() ?? "", rule: try row.text(),
      startedAt: try row.moment(), endedAt: try row.optionalMoment(), severity: try row.real(),
      detail: row.optionalText(), knownAt: row.knownAt)
  }
}
