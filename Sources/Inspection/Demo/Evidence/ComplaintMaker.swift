import CampaignData
import Geo

/// Invents complaints: most near what is wrong, some near nothing at all.
struct ComplaintMaker {
  /// Something that people complain of.
  struct Source: Sendable {
    /// Its place in the plane.
    var place: Coordinate
    var name: String?
    var isHidden: Bool
    var isWrong: Bool
    var type: String
  }

  let layout: SiteLayout
  let sites: [DemoSite]
  let names: [String]
  let spells: [ViolationSpell]
  /// For every city its sites and hidden firms, by index.
  let sitesOfCity: [Range<Int>]
  let hiddenPlaces: [[(place: Coordinate, spell: ViolationSpell)]]
  let seed: UInt64

  private static let hiddenShare = 0.1
  private static let nowhereShare = 0.18
  private static let repeatShare = 0.1
  /// What people complain of at a site when it is not the air.
  private static let otherTypes = [
    "noise", "noise", "noise", "noise", "noise", "noise", "noise", "water", "water", "solid_waste",
  ]
  /// How much more often people complain of a violator.
  private static let annoyance = 9.0

  /// The complaints of a city, in no order, with planar places as positions and no identifiers.
  ///
  /// - Parameter count: how many; nil: as many as the city has before the round to plan.
  func complaints(
    ofCity city: Int, days: ClosedRange<CalendarDate>, count: Int? = nil
  ) -> [Draft] {
    let quota = layout.ground.quotas[city]
    var random = DemoRandom(seed: seed, stream: "complaints " + quota.city.code)
    let middle = days.lowerBound + (days.upperBound - days.lowerBound) / 2
    let choice = WeightedChoice(
      sitesOfCity[city].map { index in
        Self.nuisance(sites[index].kind) * (spells[index].contains(middle) ? Self.annoyance : 1)
      })
    var drafts: [Draft] = []
    let count = count ?? quota.complaints
    drafts.reserveCapacity(count)
    for _ in 0..<count {
      if !drafts.isEmpty, random.chance(Self.repeatShare) {
        drafts.append(drafts[random.below(drafts.count)].again(within: days, &random))
        continue
      }
      let date = days.lowerBound + random.below(days.upperBound - days.lowerBound + 1)
      let source = source(inCity: city, choice, on: date, &random)
      drafts.append(Draft(source, on: date, &random))
    }
    return drafts
  }

  private func source(
    inCity city: Int, _ choice: WeightedChoice, on date: CalendarDate, _ random: inout DemoRandom
  ) -> Source {
    let draw = random.unit()
    if draw < Self.hiddenShare, !hiddenPlaces[city].isEmpty {
      let firm = random.pick(hiddenPlaces[city])
      return Source(
        place: firm.place, name: nil, isHidden: true, isWrong: firm.spell.contains(date),
        type: "air")
    }
    if draw < Self.hiddenShare + Self.nowhereShare || choice.total == 0 {
      let spot = layout.anywhere(inCity: city, &random)
      let type = random.pick(["air", "noise", "noise", "noise", "water", "water", "solid_waste"])
      return Source(place: spot.place, name: nil, isHidden: false, isWrong: false, type: type)
    }
    let index = sitesOfCity[city].lowerBound + choice.draw(&random)
    let isWrong = spells[index].contains(date)
    let isAir = random.chance(isWrong ? 0.72 : 0.44)
    return Source(
      place: sites[index].place, name: names[index], isHidden: false, isWrong: isWrong,
      type: isAir ? "air" : random.pick(Self.otherTypes))
  }

  private static func nuisance(_ kind: DemoSite.Kind) -> Double {
    switch kind {
    case .firm: 1
    case .boiler: 0.7
    case .kiln: 1.2
    case .mine: 1.3
    case .buildingSite: 1.6
    case .port: 0.8
    case .village: 0.25
    case .field: 0.3
    }
  }
}
