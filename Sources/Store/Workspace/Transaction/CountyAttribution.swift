internal import CampaignData
internal import Inspection

/// What a county code tells: the county's name and its inspected city.
///
/// Loaded counties come first, under their own code or, where layers are of different years, under
/// the code of August 2018 that both stand for; the campaign's table knows the rest.
struct CountyAttribution {
  private let loaded: [CountyArea]
  private var positions: [String: Int] = [:]

  init(_ counties: [CountyArea]) {
    loaded = counties
    for (index, county) in counties.enumerated() {
      let code = CampaignData.counties.resolve(county.code).county?.code
      if let code, positions[code] == nil { positions[code] = index }
    }
    for (index, county) in counties.enumerated() { positions[county.code] = index }
  }

  /// Name of the county, code and name of its city; nil for a code that nobody knows.
  func names(ofCounty code: String) -> (county: String, cityCode: String, city: String?)? {
    let resolution = CampaignData.counties.resolve(code)
    if let index = positions[code] ?? resolution.county.flatMap({ positions[$0.code] }) {
      let county = loaded[index]
      return (county.name, county.cityCode, Self.city(county.cityCode))
    }
    guard let county = resolution.county else { return nil }
    return (county.name, county.cityCode, Self.city(county.cityCode))
  }

  private static func city(_ code: String) -> String? { CampaignData.city(code: code)?.nameZH }
}
