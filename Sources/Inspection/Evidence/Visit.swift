public import CampaignData
public import Geo

/// An inspection 检查 that took place.
public struct Visit: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// The site visited; for a visit without one, a target's identifier.
  public var siteID: String
  /// Who went.
  public var teamID: String
  /// The round 轮次.
  public var round: Int
  /// When.
  public var visitedAt: Moment
  /// Vocabulary `outcome`: problem, none, closed, not_found, refused.
  public var outcome: String
  /// Where the visit was reported from, if it was.
  public var position: Coordinate?
  /// When it was known.
  public var knownAt: Moment

  /// Makes a visit.
  public init(
    id: String, siteID: String, teamID: String, round: Int, visitedAt: Moment, outcome: String,
    position: Coordinate? = nil, knownAt: Moment
  ) {
    self.id = id
    self.siteID = siteID
    self.teamID = teamID
    self.round = round
    self.visitedAt = visitedAt
    self.outcome = outcome
    self.position = position
    self.knownAt = knownAt
  }
}
