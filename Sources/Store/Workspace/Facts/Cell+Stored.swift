internal import Geo
internal import Inspection

extension Cell: StoredFact {
  static let table = "cells"
  static let columns = ["id", "column", "row", "city_codes", "hot", "official_id"]
  static let readsGeometry = true

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .optional(place.map { Int($0.column) }), .optional(place.map { Int($0.row) }),
      .list(cityCodes), .flag(isHot), .optional(officialID),
    ]
  }
  var geometry: Geometry? { area.polygons.isEmpty ? nil : .area(area) }

  init(_ row: inout FactRow) throws(StoreError) {
    let id = try row.text()
    let column = try row.optionalInteger().flatMap(Int32.init(exactly:))
    let rowInGrid = try row.optionalInteger().flatMap(Int32.init(exactly:))
    var place: CellID?
    if let column, let rowInGrid { place = CellID(column: column, row: rowInGrid) }
    // The square of an own cell is drawn for people; the program computes it.
    self.init(
      id: id, place: place, cityCodes: row.list(), isHot: try row.optionalFlag() ?? false,
      officialID: row.optionalText(), area: place == nil ? row.area() : MultiPolygon(),
      knownAt: row.knownAt)
  }
}
