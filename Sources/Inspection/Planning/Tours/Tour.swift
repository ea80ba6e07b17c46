public import CampaignData

/// A tour of special action groups 特别行动组 over several cities (the plan of 2018, sections 3 and 7.1).
public struct Tour: Sendable, Hashable {
  /// One group's day: a city, and the way to it from where the night was spent.
  public struct Day: Sendable, Hashable {
    /// The day.
    public var date: CalendarDate
    /// Index in `cities`: where it inspects and spends the night.
    public var city: Int
    /// Index in `cities`: where it spent the night before; nil on the first day, when it is there.
    public var from: Int?
    /// Seconds of the way between the two.
    public var drive: Int
    /// Its stops and times, from leaving in the morning; the team is an index in the tour's groups.
    public var list: TeamDay

    /// The problems to expect.
    public var expected: Double { list.stops.reduce(0) { $0 + $1.target.chance } }
  }

  /// A group and its days.
  public struct Group: Sendable, Hashable {
    /// Index in `Facts.teams` of the team that goes.
    public var team: Int
    /// Its days in order.
    public var days: [Day]
  }

  /// The cities it could go to.
  public var cities: [TourCity]
  /// The groups.
  public var groups: [Group]
  /// The moment whose facts it rests on.
  public var madeAsOf: Moment
  /// SHA-256 of the seed, as hexadecimal.
  public var seedCommitment: String
  /// SHA-256 of the settings as text, as hexadecimal.
  public var settingsHash: String
  /// No tour of these cities, groups and days finds more, in expected problems.
  public var bound: Double
  /// How many days were solved to find it.
  public var solvedDays: Int

  /// The problems to expect.
  public var expected: Double {
    groups.flatMap(\.days).reduce(0) { $0 + $1.expected }
  }
}
