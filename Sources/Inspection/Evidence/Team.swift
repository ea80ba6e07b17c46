public import CampaignData
public import Geo

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
