internal import CampaignData
internal import Geo
internal import Inspection

extension FoundProblem: StoredFact {
  static let table = "problems"
  static let columns = [
    "id", "visit_id", "type", "severity", "topic", "state", "handed_over_at", "deadline",
    "note",
  ]

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(visitID), .optional(type), .optional(severity), .optional(topic),
      .optional(state), .optional(handedOverAt), .optional(deadline?.description),
      .optional(note),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), visitID: row.optionalText() ?? "", type: row.optionalText(),
      severity: row.optionalText(), topic: row.optionalText(), state: row.optionalText(),
      handedOverAt: try row.optionalMoment(), deadline: try row.optionalDate(),
      note: row.optionalText(),
      knownAt: row.knownAt)
  }
}
