import CampaignData
import Geo

/// The invented ground with the sites on it and the teams for it, before anything is right or wrong.
struct DemoPopulation: Sendable {
  let seed: UInt64
  /// Which part of the usual sites, visits and evidence there is.
  let density: Double
  let ground: DemoTerritory
  let hotCells: HotCellMap
  let sites: [DemoSite]
  /// For every city its sites, by index.
  let sitesOfCity: [Range<Int>]
  let teams: [DemoTeam]

  /// Problems a visit in the first two months of the real campaign.
  static let knownHitRate: Double =
    if let problems = CampaignData.figure("first_months_problems"),
      let visits = CampaignData.figure("first_months_visits")
    {
      problems / visits
    } else {
      0
    }
  /// Part of violators that an inspector who comes by day sees.
  static let findableShare = 0.86

  /// Populates some cities, by code; live alarms are those of `alarmDays` days.
  init(
    seed: UInt64, cities: Set<String>, density: Double, alarmDays: Int, plane: inout DemoPlane
  ) throws {
    self.seed = seed
    self.density = density
    let quotas = CityQuota.all(alarmDays: alarmDays)
      .filter { cities.contains($0.city.code) }.map { $0.thinned(to: density) }
    guard !quotas.isEmpty else { throw DemoError.noCities }
    ground = DemoTerritory(seed: seed, quotas: quotas, plane: &plane)
    hotCells = HotCellMap(seed: seed, ground: ground)
    let layout = SiteLayout(ground: ground, hotCells: hotCells)
    var sites: [DemoSite] = []
    sitesOfCity = quotas.indices.map { city in
      let first = sites.count
      sites += layout.sites(ofCity: city, seed: seed)
      return first..<sites.count
    }
    self.sites = sites
    teams = TeamLayout(ground: ground).teams()
  }

  /// Counties, townships, hot cells, sites and teams as facts.
  func facts(positions: [Coordinate], knownAt: Moment, plane: inout DemoPlane) -> Facts {
    var facts = Facts()
    (facts.counties, facts.townships) = ground.areas(knownAt: knownAt, plane: &plane)
    facts.cells = hotCells.facts(ground, knownAt: knownAt)
    facts.sites = SiteRegister.facts(
      sites, positions: positions, ground: ground, seed: seed, knownAt: knownAt)
    facts.teams = TeamLayout(ground: ground).facts(teams, plane: &plane, knownAt: knownAt)
    return facts
  }
}
