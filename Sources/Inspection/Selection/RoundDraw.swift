public import CampaignData

/// The random share of a round: the sites that were drawn by lot, fixed as of the round's plan.
///
/// Later plans of the round take it over as it is. A drawn site that closed since, or is not visited,
/// is non-response: counted, never swapped for another.
public struct RoundDraw: Sendable, Hashable {
  /// The round.
  public var round: Int
  /// The moment whose facts the draw rests on.
  public var drawnAsOf: Moment
  /// Identifier of the plan with which it is kept; nil: drawn for the plan that has it.
  public var planID: String?
  /// The drawn sites, by team and site.
  public var sites: [DrawnSite]

  /// Makes a draw.
  public init(round: Int, drawnAsOf: Moment, planID: String? = nil, sites: [DrawnSite]) {
    self.round = round
    self.drawnAsOf = drawnAsOf
    self.planID = planID
    self.sites = sites.sorted { ($0.teamID, $0.siteID) < ($1.teamID, $1.siteID) }
  }
}
