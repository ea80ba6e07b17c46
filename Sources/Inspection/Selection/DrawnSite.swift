/// A site drawn by lot for a team.
public struct DrawnSite: Sendable, Hashable {
  /// The site's identifier.
  public var siteID: String
  /// The identifier of the team whose draw it is.
  public var teamID: String
  /// The probability with which it came into the draw, above 0, up to 1.
  public var probability: Double

  /// Makes a drawn site.
  public init(siteID: String, teamID: String, probability: Double) {
    self.siteID = siteID
    self.teamID = teamID
    self.probability = probability
  }
}
