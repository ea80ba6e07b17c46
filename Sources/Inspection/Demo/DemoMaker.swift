import CampaignData
import Geo

/// Makes a campaign step by step: ground, sites, truth, visits, evidence.
struct DemoMaker {
  private let population: DemoPopulation
  private let past: [CampaignRound]
  /// First day of the round to plan.
  private let start: CalendarDate

  /// Places and borders were known before the campaign began.
  private let beforeCampaign: Moment

  init(seed: UInt64, cities: Set<String>, density: Double, plane: inout DemoPlane) throws {
    let rounds = CampaignData.rounds
    past = DemoCampaign.pastRounds.compactMap(rounds.round)
    guard let first = rounds.round(1)?.firstDay,
      let start = rounds.round(DemoCampaign.round)?.firstDay
    else { throw DemoError.noRounds }
    self.start = start
    beforeCampaign = Moment(first - 10)
    population = try DemoPopulation(
      seed: seed, cities: cities, density: density, alarmDays: Self.alarmDays(until: start),
      plane: &plane)
  }

  /// Live alarms are given for the month before the round to plan.
  private static func alarmDays(until start: CalendarDate) -> Int { start.day - 1 }

  private var seed: UInt64 { population.seed }
  private var ground: DemoTerritory { population.ground }
  private var hotCells: HotCellMap { population.hotCells }
  private var sites: [DemoSite] { population.sites }
  private var teams: [DemoTeam] { population.teams }

  /// The whole campaign.
  func campaign(plane: inout DemoPlane) -> DemoCampaign {
    let positions = plane.geographic(sites.map(\.place))
    let history = PastVisits(
      teams: teams, rounds: past, sites: sites, townships: ground.townships.count,
      density: population.density)
    let visits = history.visits(seed: seed)
    let (violations, outcomes) = truthAndOutcomes(visits)
    var facts = population.facts(positions: positions, knownAt: beforeCampaign, plane: &plane)
    facts.visits = VisitOutcomes.facts(
      visits, outcomes: outcomes.outcomes, teams: teams, positions: positions, seed: seed)
    facts.alerts = alerts(outcomes.spells)
    facts.anomalies = AnomalyMaker(
      sites: sites, factors: violations.factors, spells: outcomes.spells, seed: seed
    ).anomalies(start - 70...start - 3)
    let hidden = HiddenFirms(ground: ground, hotCells: hotCells, start: start, seed: seed)
    let complaints = complaints(
      outcomes.spells, hidden, names: facts.sites.map(\.name), plane: &plane)
    facts.complaints = complaints.received
    let truth = truth(violations, outcomes.spells, hidden, plane: &plane)
    return DemoCampaign(
      facts: facts, checkedComplaints: complaints.checked,
      people: DemoPeople(seed: seed, teams: teams.count, knownAt: beforeCampaign).people(),
      truth: truth)
  }

  /// A truth under which the past visits have the known hit rate.
  ///
  /// Some visits find nothing new where an earlier one did, so the rate is not known beforehand: a
  /// first draw tells by how much the chances must be higher.
  private func truthAndOutcomes(_ visits: [PastVisit]) -> (Violations, VisitOutcomes) {
    var rate = DemoPopulation.knownHitRate / DemoPopulation.findableShare
    var drawn = draw(visits, rate: rate)
    for _ in 0..<2 where drawn.outcomes.hitRate > 0 {
      rate *= DemoPopulation.knownHitRate / drawn.outcomes.hitRate
      drawn = draw(visits, rate: min(rate, 0.5))
    }
    return drawn
  }

  private func draw(
    _ visits: [PastVisit], rate: Double
  ) -> (violations: Violations, outcomes: VisitOutcomes) {
    let violations = Violations(
      sites: sites, ground: ground, visits: visits, start: start, seed: seed, rate: rate,
      findable: DemoPopulation.findableShare)
    let outcomes = VisitOutcomes(
      of: visits, sites: sites, spells: violations.spells, isFindable: violations.isFindable,
      seed: seed)
    return (violations, outcomes)
  }

  /// Alerts of the four months before the last, and live alarms of the last.
  private func alerts(_ spells: [ViolationSpell]) -> [Alert] {
    let month = start - 30
    var excess = [Double](repeating: 0, count: hotCells.cells.count)
    for (index, site) in sites.enumerated() where spells[index].contains(month) {
      if let cell = site.hotCell { excess[cell] += 1 }
    }
    let maker = AlertMaker(
      ground: ground, hotCells: hotCells, excess: excess.map { $0 / max(population.density, 0.01) },
      seed: seed)
    let months = (1...4).reversed().map { back in
      let index = start.year * 12 + start.month - 1 - back
      return (year: index / 12, month: index % 12 + 1)
    }
    let days = start - Self.alarmDays(until: start)...start - 1
    return maker.monthly(months) + maker.live(days)
  }

  private func complaints(
    _ spells: [ViolationSpell], _ hidden: HiddenFirms, names: [String], plane: inout DemoPlane
  ) -> ComplaintRegister {
    let maker = ComplaintMaker(
      layout: SiteLayout(ground: ground, hotCells: hotCells), sites: sites, names: names,
      spells: spells, sitesOfCity: population.sitesOfCity, hiddenPlaces: hidden.placesOfCity,
      seed: seed)
    let days = start - CityQuota.complaintDays...start - 1
    let drafts = ground.quotas.indices.flatMap { maker.complaints(ofCity: $0, days: days) }
    let places = plane.geographic(drafts.map { $0.place ?? Coordinate(0, 0) })
    let positions = zip(drafts, places).map { $0.place == nil ? nil : $1 }
    return ComplaintRegister(drafts, positions: positions, seed: seed, end: Moment(start))
  }

  private func truth(
    _ violations: Violations, _ spells: [ViolationSpell], _ hidden: HiddenFirms,
    plane: inout DemoPlane
  ) -> DemoTruth {
    let known = sites.indices.map { index in
      DemoTruth.SiteTruth(
        id: SiteRegister.id(index), probability: violations.probabilities[index],
        spell: spells[index], isFindable: violations.isFindable[index])
    }
    return DemoTruth(date: start, sites: known, hiddenFirms: hidden.firms(plane: &plane))
  }
}

/// Why no campaign can be made.
enum DemoError: Error, CustomStringConvertible {
  case noRounds, noCities

  var description: String {
    switch self {
    case .noRounds: "the tables in Data/ lack the rounds of the demo: restore rounds.csv"
    case .noCities: "no city has one of the codes given: use codes of Data/tables/cities.csv"
    }
  }
}
