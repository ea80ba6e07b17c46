internal import Geo
internal import Inspection

extension Visit: StoredFact {
  static let table = "visits"
  static let columns = ["id", "site_id", "team_id", "round", "visited_at", "outcome"]
  static let readsGeometry = true

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(siteID), .text(teamID), .integer(Int64(round)), .moment(visitedAt),
      .text(outcome),
    ]
  }
  var geometry: Geometry? { position.map { .point($0) } }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), siteID: try row.text(), teamID: try row.text(),
      round: try row.integer(), visitedAt: try row.moment(), outcome: try row.text(),
      position: row.optionalPosition(), knownAt: row.knownAt)
  }
}
