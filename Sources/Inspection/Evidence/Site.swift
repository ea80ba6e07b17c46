public import CampaignData
public import Geo

/// A place that a team can inspect 点位/企业.
public struct Site: Sendable, Hashable {
  /// The identifier, unique in the workspace.
  public var id: String
  /// The name as registered.
  public var name: String
  /// Longitude and latitude, WGS-84.
  public var position: Coordinate
  /// What it is (vocabulary `site_kind`): firm, boiler, kiln, mine, building_site, port, village, field.
  public var kind: String
  /// Keys of the inspection topics 督查内容 that apply.
  public var topics: [String]
  /// The ledger 台账 that lists it, or nil: off-list 清单外.
  public var ledger: String?
  /// Whether it operates (vocabulary `site_status`).
  public var status: String?
  /// Branch of industry as recorded.
  public var industry: String?
  /// Unified social credit code 统一社会信用代码.
  public var creditCode: String?
  /// Who told of it (vocabulary `origin`): ministry, registry, utility, public, local.
  public var origin: String
  /// County as given in its record, used only to check the position.
  public var countyCode: String?
  /// When it was known.
  public var knownAt: Moment

  /// True unless nobody but a locality knows of it: its place and what others say of it are then no
  /// choice of that locality.
  public var isIndependent: Bool { origin != "local" }

  /// Makes a site.
  public init(
    id: String, name: String, position: Coordinate, kind: String = "firm", topics: [String] = [],
    ledger: String? = nil, status: String? = nil, industry: String? = nil,
    creditCode: String? = nil, origin: String = "registry", countyCode: String? = nil,
    knownAt: Moment
  ) {
    self.id = id
    self.name = name
    self.position = position
    self.kind = kind
    self.topics = topics
    self.ledger = ledger
    self.status = status
    self.industry = industry
    self.creditCode = creditCode
    self.origin = origin
    self.countyCode = countyCode
    self.knownAt = knownAt
  }
}
