public import CampaignData
public import Geo

/// A county 县(市、区) of an inspected city.
public struct CountyArea: Sendable, Hashable {
  /// Six-digit code, as text.
  public var code: String
  /// Name.
  public var name: String
  /// The inspected city it belongs to, by table.
  public var cityCode: String
  /// Border in longitude and latitude, WGS-84.
  public var area: MultiPolygon
  /// When it was known.
  public var knownAt: Moment

  /// Makes a county.
  public init(code: String, name: String, cityCode: String, area: MultiPolygon, knownAt: Moment) {
    self.code = code
    self.name = name
    self.cityCode = cityCode
    self.area = area
    self.knownAt = knownAt
  }
}
