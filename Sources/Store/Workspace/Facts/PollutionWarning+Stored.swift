internal import Geo
internal import Inspection

extension PollutionWarning: StoredFact {
  static let table = "warnings"
  static let columns = ["id", "city_code", "level", "started_at", "ended_at"]

  var key: String { id }
  var values: [FieldValue] {
    [.text(id), .text(cityCode), .text(level), .moment(startedAt), .optional(endedAt)]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), cityCode: try row.text(), level: try row.text(),
      startedAt: try row.moment(), endedAt: try row.optionalMoment(), knownAt: row.knownAt)
  }
}
