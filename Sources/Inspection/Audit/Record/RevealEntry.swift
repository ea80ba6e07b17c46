/// A round's secret, opened.
public struct RevealEntry: Sendable, Hashable, Codable {
  /// The round.
  public var round: Int
  /// The hash of the line of the seal that it opens.
  public var seal: String
  /// The secret as it was kept, as hexadecimal.
  public var secret: String
  /// Who opened it before the round was over, and why; nil after it.
  public var early: String?

  /// Makes an entry.
  public init(round: Int, seal: String, secret: String, early: String?) {
    self.round = round
    self.seal = seal
    self.secret = secret
    self.early = early
  }
}
