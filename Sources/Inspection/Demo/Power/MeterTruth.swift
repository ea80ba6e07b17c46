/// What was planted in an invented site's readings.
public struct MeterTruth: Sendable, Hashable {
  /// The rule that must find it; nil if it is a known false alarm.
  public var rule: PowerRule?
  /// The known false alarm that it is.
  public var explanation: PowerExplanation?
  /// The intervals, counted from midnight of the first day.
  public var intervals: Range<Int>
}
