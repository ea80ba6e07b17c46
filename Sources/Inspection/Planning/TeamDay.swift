public import CampaignData

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
