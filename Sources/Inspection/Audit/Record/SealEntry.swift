/// What a round's plans will rest on, fixed before the round.
public struct SealEntry: Sendable, Hashable, Codable {
  /// The round.
  public var round: Int
  /// The commitment of the secret, `RoundSecret.commitment`.
  public var commitment: String
  /// The name of the secret in the folder of keys.
  public var key: String
  /// A public number, drawn after this entry is published, that goes into the secret; nil: none.
  public var beacon: String?
  /// The moment whose facts are sealed.
  public var asOf: String
  /// The hash of the list of facts, `InputManifest`.
  public var inputs: String
  /// The settings, `PlanSettings.canonicalText`.
  public var settings: String
  /// Hash of the evidence weights as text.
  public var weights: String
  /// Why the round was sealed once more; nil for its first seal.
  public var again: String?

  /// Makes an entry.
  public init(
    round: Int, commitment: String, key: String, beacon: String?, asOf: String, inputs: String,
    settings: String, weights: String, again: String?
  ) {
    self.round = round
    self.commitment = commitment
    self.key = key
    self.beacon = beacon
    self.asOf = asOf
    self.inputs = inputs
    self.settings = settings
    self.weights = weights
    self.again = again
  }
}
