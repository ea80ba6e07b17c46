/// A city of the Yangtze delta: inspected by special action groups alone (the plan of 2018, sections 3
/// and 7.1), so it has no standing teams and no rounds.
public struct DeltaCity: Sendable, Hashable {
  /// Six-digit code, GB/T 2260.
  public let code: String
  /// Chinese name, as in 南京市.
  public let nameZH: String
  /// English name, as in Nanjing.
  public let nameEN: String
  /// Chinese name of the province.
  public let province: String
  /// Longitude of its centre in degrees, WGS-84, about.
  public let longitude: Double
  /// Latitude of its centre in degrees, WGS-84, about.
  public let latitude: Double

  init?(_ row: EmbeddedRow) {
    guard row.text("code").utf8.count == 6, let longitude = row.real("lon"),
      let latitude = row.real("lat")
    else { return nil }
    code = row.text("code")
    nameZH = row.text("name_zh")
    nameEN = row.text("name_en")
    province = row.text("province")
    self.longitude = longitude
    self.latitude = latitude
  }
}

extension CampaignData {
  /// The 41 cities of the Yangtze delta: Shanghai and those of Jiangsu, Zhejiang and Anhui.
  public static let deltaCities: [DeltaCity] = EmbeddedTable(named: "delta_cities").rows
    .compactMap(DeltaCity.init)

  /// The city of the delta that a county, township or village code is of, by its first four digits,
  /// of Shanghai two; nil for any other code.
  public static func deltaCity(ofCounty code: String) -> DeltaCity? {
    guard [6, 9, 12].contains(code.utf8.count), code.utf8.allSatisfy({ 48...57 ~= $0 }) else {
      return nil
    }
    return deltaCities.first { city in
      code.hasPrefix(city.code.prefix(city.code.hasSuffix("0000") ? 2 : 4))
    }
  }
}
