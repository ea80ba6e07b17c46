public import CampaignData

/// A visit with what it found, in points, and the chance that its site was given beforehand.
public struct JudgedVisit: Sendable, Hashable {
  /// The visit's identifier.
  public var id: String
  /// The team's identifier; empty if nobody said.
  public var teamID: String
  /// The round.
  public var round: Int
  /// The day.
  public var day: CalendarDate
  /// The code of the city; empty outside all.
  public var cityCode: String
  /// The code of the county; empty outside all.
  public var countyCode: String
  /// The chance of a problem given what was known before: its stop's in the plan, else that of
  /// targeting as of the day's midnight; nil where neither is known, as for a site found on the way.
  public var chance: Double?
  /// False for a visit that could find nothing: inspection was refused.
  public var couldFind: Bool
  /// Problems found.
  public var problems: Int
  /// Those called serious.
  public var serious: Int
  /// Those that the office sent back.
  public var returned: Int
  /// Points of all of them.
  public var points: Double

  /// True if it found a problem, sent back or not.
  public var isHit: Bool { problems > 0 }

  /// Makes a visit.
  public init(
    id: String, teamID: String, round: Int, day: CalendarDate, cityCode: String = "",
    countyCode: String = "", chance: Double?, couldFind: Bool = true, problems: Int,
    serious: Int = 0, returned: Int = 0, points: Double
  ) {
    self.id = id
    self.teamID = teamID
    self.round = round
    self.day = day
    self.cityCode = cityCode
    self.countyCode = countyCode
    self.chance = chance
    self.couldFind = couldFind
    self.problems = problems
    self.serious = serious
    self.returned = returned
    self.points = points
  }
}
