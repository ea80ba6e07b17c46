internal import CampaignData
internal import Geo
internal import Inspection

extension CrewMember: StoredFact {
  static let table = "crews"
  static let columns = ["round", "team_id", "person_id", "role", "arrives_on", "leaves_on"]

  var key: String { order }
  var values: [FieldValue] {
    [
      .integer(Int64(round)), .text(teamID), .text(personID), .text(role),
      .optional(arrivesOn?.description), .optional(leavesOn?.description),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      round: try row.integer(), teamID: try row.text(), personID: try row.text(),
      role: try row.text(), arrivesOn: try row.optionalDate(), leavesOn: try row.optionalDate(),
      knownAt: row.knownAt)
  }
}
