internal import Geo
internal import Inspection

extension Township: StoredFact {
  static let table = "townships"
  static let columns = ["code", "name", "county_code", "county", "city_code", "source"]
  static let readsGeometry = true

  var key: String { code }
  var values: [FieldValue] {
    [
      .text(code), .text(name), .text(countyCode), .text(county), .text(cityCode), .text(source),
    ]
  }
  var geometry: Geometry? { .area(area) }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      code: try row.text(), name: try row.text(), countyCode: row.optionalText() ?? "",
      county: row.optionalText() ?? "", cityCode: row.optionalText() ?? "",
      source: try row.text(), area: row.area(), knownAt: row.knownAt)
  }
}
