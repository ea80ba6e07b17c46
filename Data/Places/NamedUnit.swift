/// A county that the plan names apart, in brackets after its city.
public struct NamedUnit: Sendable, Hashable {
  /// Six-digit code.
  public let code: String
  /// Chinese name.
  public let nameZH: String
  /// English name.
  public let nameEN: String
  /// Longitude of its centre in degrees, WGS-84, within 2 km.
  public let longitude: Double
  /// Latitude of its centre in degrees, WGS-84, within 2 km.
  public let latitude: Double
  /// Townships of 2018, about.
  public let townshipCount: Int
  /// Square kilometres as published.
  public let areaKM2: Double
  /// The inspected city that it belongs to.
  public let cityCode: String
  /// Whether published figures of that city count it in; not so for Jiyuan and Yangling.
  public let isCountedInCity: Bool

  init?(_ row: EmbeddedRow) {
    guard let longitude = row.real("lon"), let latitude = row.real("lat"),
      let townships = row.integer("townships"), let area = row.real("area_km2"),
      let isCounted = row.flag("counted_in_city")
    else { return nil }
    code = row.text("code")
    nameZH = row.text("name_zh")
    nameEN = row.text("name_en")
    self.longitude = longitude
    self.latitude = latitude
    townshipCount = townships
    areaKM2 = area
    cityCode = row.text("city_code")
    isCountedInCity = isCounted
  }
}
