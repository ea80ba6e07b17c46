public import CampaignData
public import Geo

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
  /// Who says how long the ways take: `straight`, or the name of a road network.
  public var timesSource: String

  /// Makes a day.
  public init(
    team: Int, date: CalendarDate, stops: [Stop], distance: Double, duration: Int,
    departure: Moment, timesSource: String = "straight"
  ) {
    self.team = team
    self.date = date
    self.stops = stops
    self.distance = distance
    self.duration = duration
    self.departure = departure
    self.timesSource = timesSource
  }

  /// Base, stops and base again, in order; empty without stops.
  public func places(base: Coordinate) -> [Coordinate] {
    stops.isEmpty ? [] : [base] + stops.map(\.target.position) + [base]
  }
}
