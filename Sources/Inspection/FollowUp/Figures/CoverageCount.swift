public import Geo

/// How much of a part of the campaign's ground has been visited: townships, sites, visits, problems.
public struct CoverageCount: Sendable, Hashable {
  /// The part's key: a code, a word of a vocabulary or a round's number; empty where it is not known.
  public let key: String
  /// Townships in it; of a topic or ledger those with a site of it.
  public let townships: Int
  /// Those with a visit in the round.
  public let townshipsInRound: Int
  /// Those with a visit by the end of the round.
  public let townshipsEver: Int
  /// Sites in it.
  public let sites: Int
  /// Those with a visit in the round.
  public let sitesInRound: Int
  /// Those with a visit by the end of the round.
  public let sitesEver: Int
  /// Visits of the round that found a problem, of all of the round.
  public let found: Proportion
  /// Problems that visits of the round found: one may find several.
  public let problems: Int
  /// Visits by the end of the round.
  public let visitsEver: Int
}
