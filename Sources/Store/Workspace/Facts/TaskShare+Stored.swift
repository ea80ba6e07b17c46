internal import CampaignData
internal import Geo
internal import Inspection

extension TaskShare: StoredFact {
  static let table = "task_plan"
  static let columns = ["month", "city_code", "county_code", "topic", "ledger", "share"]

  var key: String { order }
  var values: [FieldValue] {
    [
      .text(month.description), .optional(cityCode), .optional(countyCode), .text(topic),
      .optional(ledger), .optional(share),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      month: try row.month(), cityCode: row.optionalText(), countyCode: row.optionalText(),
      topic: try row.text(), ledger: row.optionalText(), share: try row.optionalReal(),
      knownAt: row.knownAt)
  }
}
