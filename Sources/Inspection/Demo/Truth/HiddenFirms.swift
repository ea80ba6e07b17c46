import CampaignData
import Geo

/// Firms on no list and in no register: people complain of them, and no site stands for them.
struct HiddenFirms {
  /// For every city the places in the plane and when they violate.
  let placesOfCity: [[(place: Coordinate, spell: ViolationSpell)]]
  private let isFindable: [[Bool]]

  private static let violating = 0.8
  private static let findable = 0.9

  init(ground: DemoTerritory, hotCells: HotCellMap, start: CalendarDate, seed: UInt64) {
    let layout = SiteLayout(ground: ground, hotCells: hotCells)
    var places: [[(place: Coordinate, spell: ViolationSpell)]] = []
    var findable: [[Bool]] = []
    for (city, quota) in ground.quotas.enumerated() {
      var random = DemoRandom(seed: seed, stream: "hidden " + quota.city.code)
      let townships = ground.counties.filter { $0.city == city }.flatMap { Array($0.townships) }
      places.append(
        (0..<quota.hiddenFirms).map { _ in
          let spot = layout.scattered(around: random.pick(townships), &random)
          let spell =
            random.chance(Self.violating)
            ? ViolationSpell(from: start - 200, until: ViolationSpell.endless)
            : ViolationSpell(from: start - 200, until: start - random.below(90))
          return (spot.place, spell)
        })
      findable.append(places[city].map { _ in random.chance(Self.findable) })
    }
    placesOfCity = places
    isFindable = findable
  }

  /// All of them with identifiers, by city.
  func firms(plane: inout DemoPlane) -> [DemoTruth.HiddenFirm] {
    let flat = placesOfCity.flatMap { $0 }
    let positions = plane.geographic(flat.map(\.place))
    let findable = isFindable.flatMap { $0 }
    return flat.indices.map { index in
      DemoTruth.HiddenFirm(
        id: "H" + padded(index + 1, to: 5), position: positions[index], spell: flat[index].spell,
        isFindable: findable[index])
    }
  }
}
