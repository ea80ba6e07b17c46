internal import Geo
internal import Inspection

/// The table `visits` with every column; ``Visit`` reads those that plans need.
extension VisitReport: StoredFact {
  static let table = "visits"
  static let columns = [
    "id", "site_id", "team_id", "stop_id", "round", "visited_at", "outcome", "confirmed_by",
    "photos", "record", "note", "datum",
  ]
  static let readsGeometry = true

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(siteID), .text(teamID), .optional(stopID), .integer(Int64(round)),
      .moment(visitedAt), .text(outcome), .optionalList(confirmedBy), .optionalList(photos),
      .optional(record), .optional(note), .optional(datum),
    ]
  }
  var geometry: Geometry? { position.map { .point($0) } }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), siteID: row.optionalText() ?? "", teamID: row.optionalText() ?? "",
      stopID: row.optionalText(), round: try row.integer(), visitedAt: try row.moment(),
      outcome: try row.text(), position: row.optionalPosition(), knownAt: row.knownAt)
    confirmedBy = row.list()
    photos = row.list()
    record = row.optionalText()
    note = row.optionalText()
    datum = row.optionalText()
  }
}

extension FieldValue {
  /// Several words joined by `;`, or null for none.
  static func optionalList(_ words: [String]) -> FieldValue {
    words.isEmpty ? .null : .list(words)
  }
}
