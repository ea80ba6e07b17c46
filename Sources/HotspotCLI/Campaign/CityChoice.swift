import CampaignData
import Terminal

/// A city as named on the command line.
enum CityChoice {
  /// Its code, by code or name; throws for none of the 39.
  static func code(of text: String) throws -> String {
    if let city = CampaignData.city(code: text) { return city.code }
    let found = CampaignData.cities.filter {
      $0.nameZH == text || $0.nameZH == text + "市"
        || $0.nameEN.lowercased() == text.lowercased()
    }
    guard let city = found.first else {
      throw CommandFailure(
        status: .usage, message: "--city: \(text) is none of the 39 inspected cities",
        hint: "Give its name or six-digit code, as in 石家庄 or 130100.")
    }
    return city.code
  }
}
