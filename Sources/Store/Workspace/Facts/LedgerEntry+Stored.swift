internal import CampaignData
internal import Geo
internal import Inspection

extension LedgerEntry: StoredFact {
  static let table = "ledgers"
  static let columns = ["id", "city_code", "kind", "site_id", "deadline", "state"]

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .optional(cityCode), .optional(kind), .optional(siteID),
      .optional(deadline?.description), .optional(state),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), cityCode: row.optionalText(), kind: row.optionalText(),
      siteID: row.optionalText(), deadline: try row.optionalDate(), state: row.optionalText(),
      knownAt: row.knownAt)
  }
}
