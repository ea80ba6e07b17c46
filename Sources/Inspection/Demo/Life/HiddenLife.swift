import CampaignData
import Geo

/// The firms on no list over a simulated year: those found are mostly closed.
struct HiddenLife: Sendable {
  private(set) var spells: [ViolationSpell]
  private var isFound: [Bool]
  private let index: HiddenFirmIndex
  private let places: [[Coordinate]]
  private let numbers: [String: Int]
  private let seed: UInt64

  init(_ hidden: HiddenFirms, seed: UInt64, plane: inout DemoPlane) {
    let firms = hidden.firms(plane: &plane)
    spells = firms.map(\.spell)
    isFound = [Bool](repeating: false, count: firms.count)
    index = HiddenFirmIndex(firms)
    places = hidden.placesOfCity.map { $0.map(\.place) }
    numbers = Dictionary(
      zip(firms.map(\.id), firms.indices), uniquingKeysWith: { first, _ in first })
    self.seed = seed &+ 0x71dd
  }

  /// The places in the plane with when they violate now, by city.
  var placesOfCity: [[(place: Coordinate, spell: ViolationSpell)]] {
    var first = 0
    return places.map { city in
      defer { first += city.count }
      return city.enumerated().map { ($1, spells[first + $0]) }
    }
  }

  /// Looks around a position; true if a firm is found that was not found yet.
  mutating func search(
    _ position: Coordinate, on date: CalendarDate, skill: Double, rules: LifeRules
  ) -> Bool {
    for firm in index.firms(within: DemoScore.searchRadius, of: position) {
      guard let number = numbers[firm.id], spells[number].contains(date), !isFound[number],
        DemoRandom.hash(seed, number, 0) < skill
      else { continue }
      isFound[number] = true
      if DemoRandom.hash(seed, number, 1) < rules.mended {
        let days = Double(rules.mendingDays.count) * DemoRandom.hash(seed, number, 2)
        spells[number].until = date + rules.mendingDays.lowerBound + Int(days)
      }
      return true
    }
    return false
  }
}
