import Inspection

/// Two neighbouring small cities, made once for all tests that only look.
enum SmallDemo {
  static let cities = ["410600", "410500"]
  static let campaign = Result { try make(seed: 7) }

  static func make(seed: UInt64) throws -> DemoCampaign {
    try DemoCampaign.generate(seed: seed, cities: cities, density: 0.25)
  }
}
