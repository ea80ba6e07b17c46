public import CampaignData
public import Geo

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

  /// Makes an alert.
  public init(
    id: String, cellID: String, period: String, reason: String, value: Double? = nil,
    change: Double? = nil, issuedAt: Moment, knownAt: Moment
  ) {
    self.id = id
    self.cellID = cellID
    self.period = period
    self.reason = reason
    self.value = value
    self.change = change
    self.issuedAt = issuedAt
    self.knownAt = knownAt
  }
}

/// A citizen's complaint 12369投诉.
public struct Complaint: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// When it came in.
  public var receivedAt: Moment
  /// Vocabulary `channel`: phone, wechat, web, other.
  public var channel: String?
  /// Longitude and latitude, WGS-84; nil when it came without a place.
  public var position: Coordinate?
  /// Vocabulary `complaint_type`, several: air, noise, water, solid_waste ...
  public var types: [String]
  /// The firm complained of, as written.
  public var target: String?
  /// What was written.
  public var text: String?
  /// False if the hotline did not accept it; nil if not known.
  public var accepted: Bool?
  /// True or false once checked; nil before.
  public var verified: Bool?
  /// When it was known.
  public var knownAt: Moment

  /// Makes a complaint.
  public init(
    id: String, receivedAt: Moment, channel: String? = nil, position: Coordinate?,
    types: [String] = ["air"], target: String? = nil, text: String? = nil, accepted: Bool? = nil,
    verified: Bool? = nil, knownAt: Moment
  ) {
    self.id = id
    self.receivedAt = receivedAt
    self.channel = channel
    self.position = position
    self.types = types
    self.target = target
    self.text = text
    self.accepted = accepted
    self.verified = verified
    self.knownAt = knownAt
  }
}

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

/// A team 督查组: three people, one car, a base, and the counties given to it.
public struct Team: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// Name, for instance 石家庄1组.
  public var name: String
  /// The inspected city.
  public var cityCode: String
  /// The counties given to it; empty: the whole city.
  public var countyCodes: [String]
  /// True for the city's centre team 中心组.
  public var isCentre: Bool
  /// Visits a day; nil: the setting's.
  public var dailyVisits: Int?
  /// Where its day starts and ends: longitude and latitude, WGS-84.
  public var base: Coordinate
  /// When it was known.
  public var knownAt: Moment

  /// Makes a team.
  public init(
    id: String, name: String, cityCode: String, countyCodes: [String], isCentre: Bool = false,
    dailyVisits: Int? = nil, base: Coordinate, knownAt: Moment
  ) {
    self.id = id
    self.name = name
    self.cityCode = cityCode
    self.countyCodes = countyCodes
    self.isCentre = isCentre
    self.dailyVisits = dailyVisits
    self.base = base
    self.knownAt = knownAt
  }
}

/// An inspection 检查 that took place.
public struct Visit: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// The site visited; for a visit without one, a target's identifier.
  public var siteID: String
  /// Who went.
  public var teamID: String
  /// The round 轮次.
  public var round: Int
  /// When.
  public var visitedAt: Moment
  /// Vocabulary `outcome`: problem, none, closed, not_found, refused.
  public var outcome: String
  /// Where the visit was reported from, if it was.
  public var position: Coordinate?
  /// When it was known.
  public var knownAt: Moment

  /// Makes a visit.
  public init(
    id: String, siteID: String, teamID: String, round: Int, visitedAt: Moment, outcome: String,
    position: Coordinate? = nil, knownAt: Moment
  ) {
    self.id = id
    self.siteID = siteID
    self.teamID = teamID
    self.round = round
    self.visitedAt = visitedAt
    self.outcome = outcome
    self.position = position
    self.knownAt = knownAt
  }
}

/// Everything known by a moment that a plan may use.
///
/// Nominations 地方指定 are kept in the workspace and are not here: what targeting cannot see it
/// cannot follow.
public struct Facts: Sendable {
  /// Counties, by code.
  public var counties: [CountyArea] = []
  /// Townships, by code.
  public var townships: [Township] = []
  /// Grid cells, by identifier.
  public var cells: [Cell] = []
  /// Shares of cells in townships, by cell and township.
  public var cellShares: [CellShare] = []
  /// Sites, by identifier.
  public var sites: [Site] = []
  /// Alerts, by identifier.
  public var alerts: [Alert] = []
  /// Complaints, by identifier.
  public var complaints: [Complaint] = []
  /// Electricity anomalies, by identifier.
  public var anomalies: [PowerAnomaly] = []
  /// Teams, by identifier.
  public var teams: [Team] = []
  /// Visits, by identifier.
  public var visits: [Visit] = []

  /// Makes an empty collection.
  public init() {}
}
