internal import Geo
internal import Inspection

extension Recheck: StoredFact {
  static let table = "rechecks"
  static let columns = ["problem_id", "visited_at", "result"]

  var key: String { order }
  var values: [FieldValue] { [.text(problemID), .moment(visitedAt), .text(result)] }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      problemID: try row.text(), visitedAt: try row.moment(), result: try row.text(),
      knownAt: row.knownAt)
  }
}
