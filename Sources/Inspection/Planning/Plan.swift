public import CampaignData

/// A plan of a round, or of what is left of one, for all teams.
public struct Plan: Sendable, Hashable {
  /// The round 轮次.
  public var round: Int
  /// The days planned.
  public var days: ClosedRange<CalendarDate>
  /// True for the plan of a day and what is left of its round, even on the round's first day.
  public var isDayPlan: Bool
  /// The moment whose facts it rests on.
  public var madeAsOf: Moment
  /// SHA-256 of the seed, as hexadecimal: what may be shown beforehand.
  public var seedCommitment: String
  /// SHA-256 of the settings as text, as hexadecimal.
  public var settingsHash: String
  /// Every team's days, by team and date.
  public var teamDays: [TeamDay]
  /// Every township's standing, in the order of `Facts.townships`.
  public var coverage: [TownshipCoverage]
  /// Identifier of the plan that it started from; nil: planned anew.
  public var earlier: String?
  /// Who was missing, what was closed, what was added by hand.
  public var disruptions: Disruptions
  /// The round's draw; nil where nothing is drawn.
  public var draw: RoundDraw?
  /// What becomes of the drawn sites; nil where nothing is drawn.
  public var response: DrawResponse?
  /// What a planner should know.
  public var remarks: [PlanRemark]

  /// Makes a plan.
  public init(
    round: Int, days: ClosedRange<CalendarDate>, madeAsOf: Moment, seedCommitment: String,
    settingsHash: String, teamDays: [TeamDay], coverage: [TownshipCoverage],
    isDayPlan: Bool = false, earlier: String? = nil, disruptions: Disruptions = Disruptions(),
    draw: RoundDraw? = nil, response: DrawResponse? = nil, remarks: [PlanRemark] = []
  ) {
    self.round = round
    self.days = days
    self.madeAsOf = madeAsOf
    self.seedCommitment = seedCommitment
    self.settingsHash = settingsHash
    self.teamDays = teamDays
    self.coverage = coverage
    self.isDayPlan = isDayPlan
    self.earlier = earlier
    self.disruptions = disruptions
    self.draw = draw
    self.response = response
    self.remarks = remarks
  }

  /// The teams' lists of one day, by team.
  public func day(_ date: CalendarDate) -> [TeamDay] {
    teamDays.filter { $0.date == date }
  }
}
