public import CampaignData

/// A version of a fact as it is kept: with where it came from.
public struct KeptFact<Fact: Sendable & Hashable>: Sendable, Hashable {
  /// The version.
  public var fact: Fact
  /// The file or command that brought it; empty if nobody said.
  public var importedFrom: String
  /// When it was stored.
  public var importedAt: Moment

  /// Makes a version.
  public init(_ fact: Fact, from importedFrom: String = "", at importedAt: Moment) {
    self.fact = fact
    self.importedFrom = importedFrom
    self.importedAt = importedAt
  }
}
