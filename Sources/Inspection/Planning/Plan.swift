public import CampaignData

/// A stop on a team's route.
public struct Stop: Sendable, Hashable {
  /// Identifier, the same for the same plan: round, date, team and order.
  public var id: String
  /// Position in the day's order, from 1.
  public var order: Int
  /// Where to go and why.
  public var target: Target
  /// Why it was chosen.
  public var basis: Basis
  /// When the team is expected there.
  public var arrival: Moment

  /// Makes a stop.
  public init(id: String, order: Int, target: Target, basis: Basis, arrival: Moment) {
    self.id = id
    self.order = order
    self.target = target
    self.basis = basis
    self.arrival = arrival
  }
}

/// One team's list and route of one day, from its base and back.
public struct TeamDay: Sendable, Hashable {
  /// Index in `Facts.teams`.
  public var team: Int
  /// The day.
  public var date: CalendarDate
  /// The stops in order; empty when there is nothing to do.
  public var stops: [Stop]
  /// Metres driven: straight lines times the detour factor.
  public var distance: Double
  /// Seconds from leaving the base to being back, visits included.
  public var duration: Int
  /// Leaving the base.
  public var departure: Moment

  /// Makes a day.
  public init(
    team: Int, date: CalendarDate, stops: [Stop], distance: Double, duration: Int,
    departure: Moment
  ) {
    self.team = team
    self.date = date
    self.stops = stops
    self.distance = distance
    self.duration = duration
    self.departure = departure
  }
}

/// Why a township cannot be covered in a round.
public enum CoverageGap: String, Sendable, Hashable, CaseIterable {
  /// No team has its county.
  case noTeam = "no_team"
  /// Even alone, the way there and back is longer than a day.
  case tooFar = "too_far"
  /// The team's visits or hours do not suffice for all its townships.
  case capacity

  /// In Chinese.
  public var zh: String {
    switch self {
    case .noTeam: "没有督查组负责"
    case .tooFar: "往返超过一天"
    case .capacity: "督查组能力不足"
    }
  }

  /// In English.
  public var en: String {
    switch self {
    case .noTeam: "no team has its county"
    case .tooFar: "the way there and back is longer than a day"
    case .capacity: "the team's visits or hours do not suffice"
    }
  }
}

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

/// A plan of a round, or of what is left of one, for all teams.
public struct Plan: Sendable, Hashable {
  /// The round 轮次.
  public var round: Int
  /// The days planned.
  public var days: ClosedRange<CalendarDate>
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

  /// Makes a plan.
  public init(
    round: Int, days: ClosedRange<CalendarDate>, madeAsOf: Moment, seedCommitment: String,
    settingsHash: String, teamDays: [TeamDay], coverage: [TownshipCoverage]
  ) {
    self.round = round
    self.days = days
    self.madeAsOf = madeAsOf
    self.seedCommitment = seedCommitment
    self.settingsHash = settingsHash
    self.teamDays = teamDays
    self.coverage = coverage
  }

  /// The teams' lists of one day, by team.
  public func day(_ date: CalendarDate) -> [TeamDay] {
    teamDays.filter { $0.date == date }
  }
}
