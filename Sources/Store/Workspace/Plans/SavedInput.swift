internal import CampaignData
internal import Geo
internal import Inspection

/// One thing that a plan was told beside the facts, as the workspace keeps it.
struct SavedInput: Sendable {
  var id: String
  var planID: String
  var input: PlanInput
}

extension SavedInput: StoredFact {
  static let table = "plan_inputs"
  static let columns = ["id", "plan_id", "kind", "subject", "day", "note"]

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(planID), .text(input.kind.rawValue), .text(input.subject),
      .optional(input.day?.description), .text(input.note),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    id = try row.text()
    planID = try row.text()
    input = PlanInput(
      kind: try row.word(PlanInput.Kind.self), subject: try row.text(),
      day: try row.optionalDate(), note: row.optionalText() ?? "")
  }

  /// An input of a plan that is being saved, by its place among them.
  init(_ input: PlanInput, place: Int, plan: String) {
    id = "\(plan)/\(place + 1)"
    planID = plan
    self.input = input
  }
}
