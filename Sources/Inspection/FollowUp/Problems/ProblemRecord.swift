public import CampaignData

/// A problem with where, when and by whom it was found.
public struct ProblemRecord: Sendable, Hashable {
  /// What became of it.
  public var history: ProblemHistory
  /// The site's identifier, or what the visit named.
  public var siteID: String
  /// The site's name; the identifier where it has none.
  public var siteName: String
  /// The township's name; empty where it is not known.
  public var township: String
  /// The county's code and name; empty where they are not known.
  public var countyCode: String
  /// See `countyCode`.
  public var county: String
  /// The city's code; empty where it is not known.
  public var cityCode: String
  /// The team's identifier and name.
  public var teamID: String
  /// See `teamID`.
  public var team: String
  /// The round of the visit; nil for a problem of no known visit.
  public var round: Int?
  /// When it was found; nil for a problem of no known visit.
  public var foundAt: Moment?

  /// The newest version of its record.
  public var problem: FoundProblem { history.problem }
}
