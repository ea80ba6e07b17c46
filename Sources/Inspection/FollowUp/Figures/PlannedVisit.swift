public import CampaignData

/// A stop of a day that is over: where a plan sent a team.
public struct PlannedVisit: Sendable, Hashable {
  /// The day.
  public var day: CalendarDate
  /// The team's identifier.
  public var teamID: String
  /// The site's identifier, or that of a search or patrol target.
  public var siteID: String
  /// The township's code; nil outside all.
  public var townshipCode: String?

  /// Makes a planned visit.
  public init(day: CalendarDate, teamID: String, siteID: String, townshipCode: String?) {
    self.day = day
    self.teamID = teamID
    self.siteID = siteID
    self.townshipCode = townshipCode
  }
}
