public import CampaignData
public import Geo

/// What a plan is told beside the facts: who is missing, what cannot be reached, what must be done.
///
/// Part of a plan's record: the same facts and the same disruptions give the same plan.
public struct Disruptions: Sendable, Hashable {
  /// A team that falls out from a day on, for the rest of the round.
  public struct Outage: Sendable, Hashable {
    /// The team's identifier.
    public var team: String
    /// The first day without it.
    public var from: CalendarDate

    /// Makes an outage.
    public init(team: String, from: CalendarDate) {
      self.team = team
      self.from = from
    }
  }

  /// A day that a team loses, to weather for instance.
  public struct LostDay: Sendable, Hashable {
    /// The team's identifier.
    public var team: String
    /// The day.
    public var day: CalendarDate

    /// Makes a lost day.
    public init(team: String, day: CalendarDate) {
      self.team = team
      self.day = day
    }
  }

  /// Ground that cannot be reached on a day.
  public struct Closure: Sendable, Hashable {
    /// What people call it, a file's name for instance.
    public var name: String
    /// The day.
    public var day: CalendarDate
    /// The ground, longitude and latitude, WGS-84.
    public var areas: [MultiPolygon]

    /// Makes a closure.
    public init(name: String, day: CalendarDate, areas: [MultiPolygon]) {
      self.name = name
      self.day = day
      self.areas = areas
    }
  }

  /// A visit that somebody takes out of a day by hand; another day of the round may have it.
  public struct Removal: Sendable, Hashable {
    /// The target's identifier.
    public var target: String
    /// The day.
    public var day: CalendarDate
    /// Why, in the words of whoever did it.
    public var note: String

    /// Makes a removal.
    public init(target: String, day: CalendarDate, note: String = "") {
      self.target = target
      self.day = day
      self.note = note
    }
  }

  /// Teams that fall out.
  public var outages: [Outage] = []
  /// Days that teams lose.
  public var lostDays: [LostDay] = []
  /// Ground that is closed.
  public var closures: [Closure] = []
  /// Visits added by hand.
  public var tasks: [ManualTask] = []
  /// Visits taken out by hand.
  public var removals: [Removal] = []

  /// Nothing out of the ordinary.
  public init() {}

  /// True if there is nothing out of the ordinary.
  public var isEmpty: Bool {
    outages.isEmpty && lostDays.isEmpty && closures.isEmpty && tasks.isEmpty
      && removals.isEmpty
  }
}
