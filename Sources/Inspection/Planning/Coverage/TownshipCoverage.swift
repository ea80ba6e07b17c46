public import CampaignData

/// How a township stands in a round.
public struct TownshipCoverage: Sendable, Hashable {
  /// Index in `Facts.townships`.
  public var township: Int
  /// Index in `Facts.teams` of the team that has it; nil: none.
  public var team: Int?
  /// Visits before this plan, in the campaign as known.
  public var visitsEver: Int
  /// Visits before this plan, in this round.
  public var visitsInRound: Int
  /// Stops that this plan has there.
  public var planned: Int
  /// The first planned day.
  public var firstPlanned: CalendarDate?
  /// Why it is not covered in this round; nil when it is.
  public var gap: CoverageGap?

  /// Makes a township's standing.
  public init(
    township: Int, team: Int?, visitsEver: Int, visitsInRound: Int, planned: Int = 0,
    firstPlanned: CalendarDate? = nil, gap: CoverageGap? = nil
  ) {
    self.township = township
    self.team = team
    self.visitsEver = visitsEver
    self.visitsInRound = visitsInRound
    self.planned = planned
    self.firstPlanned = firstPlanned
    self.gap = gap
  }
}
