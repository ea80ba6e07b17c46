public import CampaignData

/// From when on the lists of a planned day may be read.
public enum ReleaseTime: Sendable, Hashable {
  /// As soon as they are made.
  case atOnce
  /// At a time of the day that they are for, in seconds after midnight in China.
  case timeOfDay(second: Int)

  /// `at_once`, or a time of day such as `06:00`; nil for other texts.
  public init?(_ text: String) {
    if text == "at_once" {
      self = .atOnce
    } else if let second = Setting.secondOfDay(text) {
      self = .timeOfDay(second: second)
    } else {
      return nil
    }
  }

  /// When the lists of a day may be read; nil: at once.
  public func moment(of day: CalendarDate) -> Moment? {
    guard case .timeOfDay(let second) = self else { return nil }
    return Moment(day, second: second)
  }

  /// As it is set: `at_once` or a time of day.
  public var text: String {
    guard case .timeOfDay(let second) = self else { return "at_once" }
    let parts = [second / 3600, second / 60 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return parts.joined(separator: ":")
  }
}
