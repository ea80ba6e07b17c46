public import CampaignData
public import Geo

/// A township 乡镇(街道): what a round must cover.
public struct Township: Sendable, Hashable {
  /// Nine-digit code, as text.
  public var code: String
  /// Name.
  public var name: String
  /// Code of its county.
  public var countyCode: String
  /// Name of its county.
  public var county: String
  /// Code of its inspected city.
  public var cityCode: String
  /// Whose border it is (vocabulary `township_source`): official, derived, synthetic.
  public var source: String
  /// Border in longitude and latitude, WGS-84.
  public var area: MultiPolygon
  /// When it was known.
  public var knownAt: Moment

  /// Makes a township.
  public init(
    code: String, name: String, countyCode: String, county: String, cityCode: String,
    source: String, area: MultiPolygon, knownAt: Moment
  ) {
    self.code = code
    self.name = name
    self.countyCode = countyCode
    self.county = county
    self.cityCode = cityCode
    self.source = source
    self.area = area
    self.knownAt = knownAt
  }
}
