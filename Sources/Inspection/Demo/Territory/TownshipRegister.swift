import CampaignData

/// Codes and classes of a county's townships, from its seat outwards.
enum TownshipRegister {
  /// Streets come first, then towns, then townships; districts have the most streets.
  static func entries(
    count: Int, county: County
  ) -> [(code: String, kind: TownshipClass)] {
    let shares: (street: Double, town: Double) =
      if county.name.hasSuffix("区") {
        (0.55, 0.3)
      } else if county.name.hasSuffix("市") {
        (0.2, 0.5)
      } else {
        (0.05, 0.55)
      }
    let streets = min(99, Int((Double(count) * shares.street).rounded()))
    let towns = min(100, Int((Double(count) * shares.town).rounded()), count - streets)
    return (0..<count).map { index in
      if index < streets { return entry(county, .street, index) }
      if index < streets + towns { return entry(county, .town, index - streets) }
      return entry(county, .township, index - streets - towns)
    }
  }

  private static func entry(
    _ county: County, _ kind: TownshipClass, _ index: Int
  ) -> (code: String, kind: TownshipClass) {
    let digits = String(kind.rawValue + index)
    return (
      county.code + String(repeating: "0", count: 3 - digits.utf8.count) + digits, kind
    )
  }
}
