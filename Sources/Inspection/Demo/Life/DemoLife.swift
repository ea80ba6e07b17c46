import CampaignData
import Geo

/// An invented campaign that lives: its ground, what is wrong on it day by day, and what becomes known.
struct DemoLife: Sendable {
  let population: DemoPopulation
  /// Counties, townships, cells, sites, teams and warnings, each known when it would be.
  let facts: Facts
  /// For every site its place in longitude and latitude.
  let positions: [Coordinate]
  private(set) var truth: LivingTruth
  private(set) var hidden: HiddenLife
  private let smog: SmogEpisodes
  private var evidence: LifeEvidence

  /// Days for which life goes on before the first round, so that there is evidence to plan by.
  static let lead = 63

  /// Life in some cities, by code, for some days of which the first are the lead.
  init(
    seed: UInt64, cities: [String], density: Double, days: ClosedRange<CalendarDate>,
    rules: LifeRules = .usual
  ) throws {
    var plane = try DemoPlane()
    population = try DemoPopulation(
      seed: seed, cities: Set(cities), density: density, alarmDays: 7, plane: &plane)
    let sites = population.sites
    positions = plane.geographic(sites.map(\.place))
    let before = Moment(days.lowerBound - 10)
    var facts = population.facts(positions: positions, knownAt: before, plane: &plane)
    for index in facts.teams.indices {
      facts.teams[index].knownAt = Self.arrival(of: facts.teams[index]) ?? before
    }
    smog = SmogEpisodes(
      cities: population.ground.quotas.map(\.city), days: days, seed: seed)
    facts.warnings = smog.warnings
    self.facts = facts
    let factors = LatentFactors.draw(for: sites, ground: population.ground, seed: seed)
    let model = Self.model(population, factors)
    truth = LivingTruth(
      population: population, probabilities: factors.map(model.probability),
      seasons: LifeSeasons(sites: sites, days: days), start: days.lowerBound, rules: rules)
    hidden = HiddenLife(
      HiddenFirms(
        ground: population.ground, hotCells: population.hotCells, start: days.lowerBound,
        seed: seed), seed: seed, plane: &plane)
    evidence = LifeEvidence(
      population: population, factors: factors, names: facts.sites.map(\.name))
  }

  /// A model under which visits as they were usual find what the first two months did.
  private static func model(
    _ population: DemoPopulation, _ factors: [LatentFactors]
  ) -> ViolationModel {
    let visits = PastVisits(
      teams: population.teams, rounds: (1...2).compactMap(CampaignData.rounds.round),
      sites: population.sites, townships: population.ground.townships.count,
      density: population.density
    ).visits(seed: population.seed)
    return ViolationModel.calibrated(
      to: DemoPopulation.knownHitRate / DemoPopulation.findableShare,
      over: visits.map { factors[$0.site] })
  }

  /// Teams are known ten days before the first phase in which their region has any.
  private static func arrival(of team: Team) -> Moment? {
    let region = CampaignData.cities.first { $0.code == team.cityCode }?.region
    return CampaignData.rounds.phases.first { phase in
      region.map(phase.regions.contains) ?? false
    }.map { Moment($0.firstDay - 10) }
  }

  /// Lets the days up to one pass.
  mutating func advance(to day: CalendarDate) {
    let smog = smog
    truth.advance(to: day) { smog.cities(on: $0) }
  }

  /// The evidence of some days, by what is wrong now.
  mutating func evidence(of days: ClosedRange<CalendarDate>) throws -> LifeEvidence.Week {
    var plane = try DemoPlane()
    return evidence.week(days, truth: truth, hidden: hidden, plane: &plane)
  }

  /// Visits a site today; true if a problem is found that was not found yet.
  mutating func visit(_ site: Int, skill: Double) -> Bool { truth.visit(site, skill: skill) }

  /// Looks around a position today; true if a firm on no list is found.
  mutating func search(_ position: Coordinate, skill: Double) -> Bool {
    hidden.search(position, on: truth.date, skill: skill, rules: truth.rules)
  }

  /// Verifies a problem today.
  mutating func recheck(_ site: Int, of count: UInt16) -> RecheckSight {
    truth.recheck(site, of: count)
  }

  /// The part of violations that a team's crew of a round sees.
  func skill(of team: String, round: Int) -> Double {
    var random = DemoRandom(seed: population.seed, stream: "crew " + team, number: round)
    let seen = truth.rules.seenByCrews
    return random.between(seen.lowerBound, seen.upperBound)
  }
}
