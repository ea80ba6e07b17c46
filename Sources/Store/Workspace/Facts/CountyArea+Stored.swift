internal import Geo
internal import Inspection

extension CountyArea: StoredFact {
  static let table = "counties"
  static let columns = ["code", "name", "city_code"]
  static let readsGeometry = true

  var key: String { code }
  var values: [FieldValue] { [.text(code), .text(name), .text(cityCode)] }
  var geometry: Geometry? { .area(area) }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      code: try row.text(), name: try row.text(), cityCode: try row.text(), area: row.area(),
      knownAt: row.knownAt)
  }
}
