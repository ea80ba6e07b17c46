/// Where crews break a rule, as a program and as people are told.
public struct CrewContradiction: Sendable, Hashable {
  /// The key of the rule in `crew_rules.csv`, as in `two_teams`.
  public let rule: String
  /// The round.
  public let round: Int
  /// The team; nil where it is about none.
  public let teamID: String?
  /// The person; nil where it is about the team.
  public let personID: String?
  /// In Chinese.
  public let zh: String
  /// In English.
  public let en: String
}
