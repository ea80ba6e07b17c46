/// The public number that a seal named, once it was drawn.
public struct BeaconEntry: Sendable, Hashable, Codable {
  /// The round.
  public var round: Int
  /// The hash of the seal's line.
  public var seal: String
  /// The number, as it was made public.
  public var value: String

  /// Makes an entry.
  public init(round: Int, seal: String, value: String) {
    self.round = round
    self.seal = seal
    self.value = value
  }
}
