/// The crews of a round with what they cost and what could not be avoided.
public struct CrewRoundPlan: Sendable, Hashable {
  /// The round.
  public let round: Int
  /// The teams.
  public let teams: Int
  /// The seats there are.
  public let seats: Int
  /// Those that are taken, by team and role.
  public let members: [CrewMember]
  /// The rules that could not be kept everywhere.
  public let shortages: [CrewShortage]
  /// Teams whose local members are all of one sending city.
  public let teamsOfOneCity: Int
  /// Teams whose local members are all of one sending province.
  public let teamsOfOneProvince: Int
  /// Sending provinces by inspected city, on average.
  public let provincesPerCity: Double
  /// What broken wishes cost, in points.
  public let cost: Double
  /// What they cost at least, whoever is sent.
  public let bound: Double
}
