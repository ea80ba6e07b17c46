internal import Geo
internal import Inspection

extension Team: StoredFact {
  static let table = "teams"
  static let columns = ["id", "name", "city_code", "county_codes", "centre", "daily_visits"]
  static let readsGeometry = true

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(name), .text(cityCode), .list(countyCodes), .flag(isCentre),
      .optional(dailyVisits),
    ]
  }
  var geometry: Geometry? { .point(base) }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), name: try row.text(), cityCode: try row.text(),
      countyCodes: row.list(), isCentre: try row.optionalFlag() ?? false,
      dailyVisits: try row.optionalInteger(), base: try row.position(), knownAt: row.knownAt)
  }
}
