internal import Geo
internal import Inspection

extension Complaint: StoredFact {
  static let table = "complaints"
  static let columns = [
    "id", "received_at", "channel", "types", "target", "text", "accepted", "verified",
    "closed_at",
  ]
  static let readsGeometry = true

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .moment(receivedAt), .optional(channel), .list(types), .optional(target),
      .optional(text), .optional(accepted), .optional(verified), .optional(closedAt),
    ]
  }
  var geometry: Geometry? { position.map { .point($0) } }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), receivedAt: try row.moment(), channel: row.optionalText(),
      position: row.optionalPosition(), types: row.list(), target: row.optionalText(),
      text: row.optionalText(), accepted: try row.optionalFlag(),
      verified: try row.optionalFlag(), closedAt: try row.optionalMoment(),
      knownAt: row.knownAt)
  }
}
