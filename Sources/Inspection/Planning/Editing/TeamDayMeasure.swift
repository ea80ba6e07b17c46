/// How long a team's day is, as planned and as edited.
public struct TeamDayMeasure: Sendable, Hashable {
  /// The team's identifier.
  public var team: String
  /// Stops as planned.
  public var stopsBefore: Int
  /// Stops as edited.
  public var stops: Int
  /// Seconds from leaving the base to being back, as planned and by the same ways.
  public var secondsBefore: Int
  /// The same as edited.
  public var seconds: Int
  /// The most visits of the day.
  public var mostStops: Int
  /// The longest day in seconds.
  public var longest: Int
}
