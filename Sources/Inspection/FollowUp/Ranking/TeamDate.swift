public import CampaignData

/// A team's day.
public struct TeamDate: Sendable, Hashable, Comparable {
  /// The team's identifier.
  public var teamID: String
  /// The day.
  public var day: CalendarDate

  /// Names a team's day.
  public init(teamID: String, day: CalendarDate) {
    self.teamID = teamID
    self.day = day
  }

  /// By team, then by day.
  public static func < (lhs: TeamDate, rhs: TeamDate) -> Bool {
    (lhs.teamID, lhs.day) < (rhs.teamID, rhs.day)
  }
}
