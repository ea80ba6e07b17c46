internal import CampaignData

/// Finds cities and counties by code or name.
enum PlaceNames {
  /// The code of the inspected city that a text names, by code or name; nil if there is none.
  static func cityCode(_ text: String) -> String? {
    let text = PlainText.halfWidth(text)
    if let city = CampaignData.city(code: text) { return city.code }
    if let code = CampaignData.counties.resolve(text).cityCode { return code }
    let named = CampaignData.cities.first { $0.nameZH == text || $0.nameZH == text + "市" }
    return (named ?? CampaignData.cities.first { FoldedText($0.nameEN) == FoldedText(text) })?.code
  }

  /// The codes of the counties of August 2018 with a name, in one city or in all.
  static func countyCodes(named name: String, cityCode: String?) -> [String] {
    let name = PlainText.trimmed(name)
    return CampaignData.counties.counties.filter { county in
      (cityCode ?? county.cityCode) == county.cityCode
        && CampaignData.counties.names(ofCounty: county.code).contains(name)
    }.map(\.code)
  }
}
