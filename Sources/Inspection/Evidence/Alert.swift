public import CampaignData

/// A hot cell's alert 预警 or live alarm 报警.
public struct Alert: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// The cell that it names.
  public var cellID: String
  /// The month or day that it is about, as given, for instance `2018-11`.
  public var period: String
  /// Vocabulary `alert_reason`: level, year_on_year, month_on_month, live, accumulated.
  public var reason: String
  /// PM2.5 in micrograms per cubic metre, if given.
  public var value: Double?
  /// Change against the comparison period as a share, if given.
  public var change: Double?
  /// When it was issued.
  public var issuedAt: Moment
  /// When it was known.
  public var knownAt: Moment
  /// What found it, if a program did.
  public var detectedBy: String?
  /// The rule and its version, if a program found it.
  public var ruleVersion: String?
  /// SHA-256 of what it was found in, if a program found it.
  public var inputHash: String?

  /// Makes an alert.
  public init(
    id: String, cellID: String, period: String, reason: String, value: Double? = nil,
    change: Double? = nil, issuedAt: Moment, knownAt: Moment, detectedBy: String? = nil,
    ruleVersion: String? = nil, inputHash: String? = nil
  ) {
    self.id = id
    self.cellID = cellID
    self.period = period
    self.reason = reason
    self.value = value
    self.change = change
    self.issuedAt = issuedAt
    self.knownAt = knownAt
    self.detectedBy = detectedBy
    self.ruleVersion = ruleVersion
    self.inputHash = inputHash
  }
}
