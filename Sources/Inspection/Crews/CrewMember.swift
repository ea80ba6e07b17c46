public import CampaignData

/// A person's seat in a team for a round 轮次人员.
public struct CrewMember: Sendable, Hashable {
  /// The round.
  public var round: Int
  /// The team.
  public var teamID: String
  /// The person.
  public var personID: String
  /// Vocabulary `crew_role`: leader, member, centre_leader, withdrawn.
  public var role: String
  /// The day of arrival, the Sunday before the round.
  public var arrivesOn: CalendarDate?
  /// The day of leaving, the Tuesday after the next hand-over.
  public var leavesOn: CalendarDate?
  /// When this version was known.
  public var knownAt: Moment

  /// The role of a seat that was given up.
  public static let withdrawn = "withdrawn"

  /// What tells one seat from another: round, team and person.
  public var order: String {
    let number = String(round)
    let padded = String(repeating: "0", count: max(0, 3 - number.count)) + number
    return [padded, teamID, personID].joined(separator: "\u{1F}")
  }

  /// Makes a seat.
  public init(
    round: Int, teamID: String, personID: String, role: String, arrivesOn: CalendarDate? = nil,
    leavesOn: CalendarDate? = nil, knownAt: Moment
  ) {
    self.round = round
    self.teamID = teamID
    self.personID = personID
    self.role = role
    self.arrivesOn = arrivesOn
    self.leavesOn = leavesOn
    self.knownAt = knownAt
  }
}
