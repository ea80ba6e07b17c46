public import CampaignData
public import Geo

/// What a round of a simulated campaign came to.
public struct RoundOutcome: Sendable, Hashable {
  /// The round.
  public let round: CampaignRound
  /// Teams at work.
  public internal(set) var teams = 0
  /// Visits that looked for problems; verifications are none.
  public internal(set) var visits = 0
  /// Problems found for the first time.
  public internal(set) var problems = 0
  /// Of visits chosen by lot: how many, and what they found.
  public internal(set) var drawn = 0
  /// Problems found by visits chosen by lot.
  public internal(set) var drawnProblems = 0
  /// The sum of the chances that plans gave the visits.
  public internal(set) var expected = 0.0
  /// Townships with a team.
  public internal(set) var townships = 0
  /// Those of them that the round's first plan covers; crews miss a stop now and then.
  public internal(set) var plannedTownships = 0
  /// Townships with at least one visit.
  public internal(set) var visitedTownships = 0
  /// Metres driven.
  public internal(set) var metres = 0.0
  /// Days on which a team had stops.
  public internal(set) var teamDays = 0
  /// What other ways of choosing as many sites would have found, by visit.
  public internal(set) var baselines = Baselines()
  /// Part of all sites with a team that violate as the round begins.
  public internal(set) var violating = 0.0
  /// The verification of this round's and the earlier one's problems; nil after odd rounds.
  public internal(set) var verification: Verification?
  /// Problems open, found and not yet verified as put right, as the round ends.
  public internal(set) var open = 0
  /// How alike the orders of teams are.
  public internal(set) var stability = Stability()
  /// True if the plans of the round rest on weights learned from earlier rounds.
  public internal(set) var isLearned = false

  /// What visits of sites chosen in other ways would find on the same truth, by visit.
  public struct Baselines: Sendable, Hashable {
    /// Any sites of the teams' townships, by lot.
    public internal(set) var random = 0.0
    /// Sites of hot cells, by lot.
    public internal(set) var hotCells = 0.0
    /// The sites of hot cells with the highest chances, wherever they are.
    public internal(set) var highest = 0.0
    /// Townships that the latter would reach.
    public internal(set) var highestTownships = 0
  }

  /// How a verification went.
  public struct Verification: Sendable, Hashable {
    /// First day of its week.
    public var from: CalendarDate
    /// Problems due.
    public var due = 0
    /// Verified within the week.
    public var inTime = 0
    /// Verified later.
    public var late = 0
    /// Of those verified: put right.
    public var done = 0
    /// Of those verified: put right and come back.
    public var recurred = 0
  }

  /// Rank correlations over teams.
  public struct Stability: Sendable, Hashable {
    /// Of the round's two weeks, with the same crews; nil for a round of one week.
    public internal(set) var weeks: RankStability?
    /// Of this and the round before, with other crews; nil for the first round.
    public internal(set) var rounds: RankStability?
    /// Of the problems found in the round and what the crews really see.
    public internal(set) var countsBySkill = Double.nan
    /// Of the ratios drawn towards the mean and what the crews really see.
    public internal(set) var shrunkBySkill = Double.nan
  }

  init(_ round: CampaignRound) {
    self.round = round
  }

  /// Problems by visit with the interval.
  public var found: Proportion { Proportion(problems, of: visits) }

  /// Visited townships as a part of those with a team.
  public var coverage: Double {
    townships == 0 ? .nan : Double(visitedTownships) / Double(townships)
  }

  /// Problems found as a part of those expected; 1 where chances are right on average.
  public var calibration: Double { expected > 0 ? Double(problems) / expected : .nan }
}

extension RoundOutcome.Verification {
  /// The part of the problems due that was verified in time; not a number where none was due.
  public var inTimeShare: Double { due == 0 ? .nan : Double(inTime) / Double(due) }
}
