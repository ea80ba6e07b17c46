internal import CampaignData
internal import Geo

/// Finds the city of a record by code or name, and makes an identifier.
struct CityCompletion: Completion {
  private let columns: ColumnAccess
  private let prefix: String
  private let identity: [String]
  private let isRequired: Bool

  init(_ match: HeadingMatch, prefix: String, identity: [String], isRequired: Bool) {
    columns = ColumnAccess(match)
    self.prefix = prefix
    self.identity = identity
    self.isRequired = isRequired
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    let column = columns.text("city_code", of: draft) == nil ? "city" : "city_code"
    if let text = columns.text(column, of: draft) {
      guard let code = PlaceNames.cityCode(text) else {
        throw columns.rejection(column, of: draft, "none of the 39 inspected cities")
      }
      columns.set("city_code", .text(code), of: &draft)
      columns.fill(
        "city", .optional(CampaignData.city(code: code)?.nameZH), of: &draft)
    } else if isRequired {
      throw columns.rejection(column, of: draft, "names no city")
    }
    columns.identify(prefix, by: identity, &draft)
    try columns.checkOrder("started_at", "ended_at", of: draft)
  }
}
