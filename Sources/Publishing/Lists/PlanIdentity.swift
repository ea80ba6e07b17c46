public import CampaignData
public import Foundation

/// By what a plan was made, as its record `plan.json` says.
public struct PlanIdentity: Sendable, Hashable {
  /// The plan's identifier.
  public let id: String
  /// The round.
  public let round: Int
  /// The moment whose facts it rests on.
  public let madeAsOf: Moment
  /// SHA-256 of the settings as text, as hexadecimal.
  public let settingsHash: String

  /// Makes an identity.
  public init(id: String, round: Int, madeAsOf: Moment, settingsHash: String) {
    self.id = id
    self.round = round
    self.madeAsOf = madeAsOf
    self.settingsHash = settingsHash
  }

  /// What a record says; nil for something else.
  public init?(record: Data) {
    guard let object = try? JSONSerialization.jsonObject(with: record) as? [String: Any],
      let id = object["id"] as? String, let round = object["round"] as? Int,
      let moment = (object["made_as_of"] as? String).flatMap({ Moment($0) }),
      let hash = object["settings_hash"] as? String
    else { return nil }
    self.init(id: id, round: round, madeAsOf: moment, settingsHash: hash)
  }
}
