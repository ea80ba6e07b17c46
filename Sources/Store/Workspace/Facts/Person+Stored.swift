internal import Geo
internal import Inspection

extension Person: StoredFact {
  static let table = "people"
  static let columns = [
    "id", "round", "province", "city", "name", "age", "sex", "employer", "position", "industries",
    "party_member", "licence", "phone", "leader_recommended", "team", "ministry",
  ]

  var key: String { order }
  var values: [FieldValue] {
    [
      .text(id), .optional(round), .optional(province), .optional(city), .text(name),
      .optional(age), .optional(sex), .optional(employer), .optional(position),
      .list(industries), .optional(isPartyMember), .optional(licence), .optional(phone),
      .optional(isLeaderRecommended), .optional(team), .optional(isMinistry),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), round: try row.optionalInteger(), province: row.optionalText(),
      city: row.optionalText(), name: try row.text(), age: try row.optionalInteger(),
      sex: row.optionalText(), employer: row.optionalText(), position: row.optionalText(),
      industries: row.list(), isPartyMember: try row.optionalFlag(), licence: row.optionalText(),
      phone: row.optionalText(), isLeaderRecommended: try row.optionalFlag(),
      team: row.optionalText(), isMinistry: try row.optionalFlag(), knownAt: row.knownAt)
  }
}
