public import CampaignData

/// An entry of a city's ledger 台账条目: what is to be put right, and by when.
public struct LedgerEntry: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// The inspected city.
  public var cityCode: String?
  /// Vocabulary `ledger`.
  public var kind: String?
  /// The site; nil if none is known.
  public var siteID: String?
  /// The day by which it is to be done.
  public var deadline: CalendarDate?
  /// Vocabulary `ledger_state`.
  public var state: String?
  /// When it was known.
  public var knownAt: Moment

  /// Makes an entry.
  public init(
    id: String, cityCode: String? = nil, kind: String? = nil, siteID: String? = nil,
    deadline: CalendarDate? = nil, state: String? = nil, knownAt: Moment
  ) {
    self.id = id
    self.cityCode = cityCode
    self.kind = kind
    self.siteID = siteID
    self.deadline = deadline
    self.state = state
    self.knownAt = knownAt
  }
}
