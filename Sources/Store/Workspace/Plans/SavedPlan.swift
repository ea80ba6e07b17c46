public import CampaignData
internal import Geo
internal import Inspection

/// A plan as the workspace keeps it, without its stops.
public struct SavedPlan: Sendable, Hashable {
  /// The plan's identifier.
  public var id: String
  /// The round.
  public var round: Int
  /// The day from which the rest of the round was planned; nil for a whole round.
  public var day: CalendarDate?
  /// The moment whose facts it rests on.
  public var madeAsOf: Moment
  /// SHA-256 of the seed, as hexadecimal.
  public var seedCommitment: String
  /// SHA-256 of the settings as text, as hexadecimal.
  public var settingsHash: String
}

extension SavedPlan: StoredFact {
  static let table = "plans"
  static let columns = ["id", "round", "date", "made_as_of", "seed_commitment", "settings_hash"]

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .integer(Int64(round)), .optional(day?.description), .moment(madeAsOf),
      .text(seedCommitment), .text(settingsHash),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    id = try row.text()
    round = try row.integer()
    day = try row.optionalDate()
    madeAsOf = try row.moment()
    seedCommitment = try row.text()
    settingsHash = try row.text()
  }

  /// A plan that is being saved.
  init(_ plan: Plan) {
    id = plan.identifier
    round = plan.round
    day = plan.startingDay
    madeAsOf = plan.madeAsOf
    seedCommitment = plan.seedCommitment
    settingsHash = plan.settingsHash
  }
}
