public import CampaignData

/// Something wrong in a site's electricity use.
public struct PowerAnomaly: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// The site it is about; may be empty when only a firm's name or credit code was given.
  public var siteID: String
  /// Vocabulary `power_rule`.
  public var rule: String
  /// When it began.
  public var startedAt: Moment
  /// When it ended; nil while it lasts.
  public var endedAt: Moment?
  /// 0 to 1.
  public var severity: Double
  /// In words, for instance "62 % of its own load during an ordered stop".
  public var detail: String?
  /// When it was known.
  public var knownAt: Moment

  /// Makes an anomaly.
  public init(
    id: String, siteID: String, rule: String, startedAt: Moment, endedAt: Moment? = nil,
    severity: Double, detail: String? = nil, knownAt: Moment
  ) {
    self.id = id
    self.siteID = siteID
    self.rule = rule
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.severity = severity
    self.detail = detail
    self.knownAt = knownAt
  }
}
