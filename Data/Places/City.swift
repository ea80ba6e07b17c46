/// One of the 39 inspected cities.
public struct City: Sendable, Hashable {
  /// Six-digit code, GB/T 2260.
  public let code: String
  /// Chinese name, as in 石家庄市.
  public let nameZH: String
  /// English name, as in Shijiazhuang.
  public let nameEN: String
  /// Chinese name of the province.
  public let province: String
  /// The region that the plan puts it in.
  public let region: Region
  /// Longitude of its centre in degrees, WGS-84, within 2 km: for centring a map only.
  public let longitude: Double
  /// Latitude of its centre in degrees, WGS-84, within 2 km.
  public let latitude: Double
  /// Townships of 2018, about; those of units named under it are counted in.
  public let townshipCount: Int
  /// Square kilometres as published; those of units named under it are counted in.
  public let areaKM2: Double
  /// Codes that statistics use for the same city.
  public let otherCodes: [String]
  /// Where this was found.
  public let source: String

  /// How many counties of August 2018 belong to it by the plan.
  public var countyCount: Int { CampaignData.counties.counties(ofCity: code).count }

  init?(_ row: EmbeddedRow) {
    guard let region = Region(rawValue: row.text("region")), let longitude = row.real("lon"),
      let latitude = row.real("lat"), let townships = row.integer("townships"),
      let area = row.real("area_km2")
    else { return nil }
    code = row.text("code")
    nameZH = row.text("name_zh")
    nameEN = row.text("name_en")
    province = row.text("province")
    self.region = region
    self.longitude = longitude
    self.latitude = latitude
    let code = code
    let uncounted = CampaignData.namedUnits.filter { $0.cityCode == code && !$0.isCountedInCity }
    townshipCount = uncounted.reduce(townships) { $0 + $1.townshipCount }
    areaKM2 = uncounted.reduce(area) { $0 + $1.areaKM2 }
    otherCodes = row.list("other_codes")
    source = row.text("source")
  }
}
