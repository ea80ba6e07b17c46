import CampaignData

/// Names of the inspected cities and of those of the Yangtze delta by code; another code stands for itself.
enum CityNames {
  /// The name in a language.
  static func name(_ code: String, in language: Language) -> String {
    if let city = CampaignData.city(code: code) {
      return language.pick(zh: city.nameZH, en: city.nameEN)
    }
    guard let city = CampaignData.deltaCities.first(where: { $0.code == code }) else { return code }
    return language.pick(zh: city.nameZH, en: city.nameEN)
  }
}
