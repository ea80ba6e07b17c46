/// A change by hand to a plan of a sealed round, signed.
public struct OverrideEntry: Sendable, Hashable, Codable {
  /// The round.
  public var round: Int
  /// The plan that came of it.
  public var plan: String
  /// Who signs.
  public var by: String
  /// The hash of the statement that is signed, `OverrideStatement`.
  public var statement: String
  /// The signature of the statement, Ed25519, as hexadecimal.
  public var signature: String

  /// Makes an entry.
  public init(round: Int, plan: String, by: String, statement: String, signature: String) {
    self.round = round
    self.plan = plan
    self.by = by
    self.statement = statement
    self.signature = signature
  }
}
