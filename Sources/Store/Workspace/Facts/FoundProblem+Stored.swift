internal import CampaignData
internal import Geo
internal import Inspection

extension FoundProblem: StoredFact {
  static let table = "problems"
  static let columns = ["id", "visit_id", "type", "severity", "topic"]

  var key: String { id }
  var values: [FieldValue] {
    [.text(id), .text(visitID), .optional(type), .optional(severity), .optional(topic)]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), visitID: row.optionalText() ?? "", type: row.optionalText(),
      severity: row.optionalText(), topic: row.optionalText(), knownAt: row.knownAt)
  }
}
