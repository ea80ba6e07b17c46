public import CampaignData

/// A heavy-pollution warning 重污染天气预警 of a city.
public struct PollutionWarning: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// The inspected city.
  public var cityCode: String
  /// Vocabulary `warning_level`: blue, yellow, orange, red.
  public var level: String
  /// When it begins.
  public var startedAt: Moment
  /// When it is lifted; nil while it lasts.
  public var endedAt: Moment?
  /// When it was known.
  public var knownAt: Moment

  /// Makes a warning.
  public init(
    id: String, cityCode: String, level: String, startedAt: Moment, endedAt: Moment? = nil,
    knownAt: Moment
  ) {
    self.id = id
    self.cityCode = cityCode
    self.level = level
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.knownAt = knownAt
  }
}
