import CampaignData

/// Names of the inspected cities by code; a code of no inspected city stands for itself.
enum CityNames {
  /// The name in a language.
  static func name(_ code: String, in language: Language) -> String {
    guard let city = CampaignData.city(code: code) else { return code }
    return language.pick(zh: city.nameZH, en: city.nameEN)
  }
}
