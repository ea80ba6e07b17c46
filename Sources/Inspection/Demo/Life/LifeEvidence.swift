import CampaignData
import Geo

/// Makes a week's evidence from what is wrong at its beginning, each piece known when it would be.
struct LifeEvidence: Sendable {
  private let population: DemoPopulation
  private let factors: [LatentFactors]
  private let names: [String]
  /// How many complaints and anomalies there were before.
  private var complaintCount = 0
  private var anomalyCount = 0

  /// Days over which the chances of `AnomalyMaker` hold.
  private static let anomalyDays = 68.0

  init(population: DemoPopulation, factors: [LatentFactors], names: [String]) {
    self.population = population
    self.factors = factors
    self.names = names
  }

  /// A week's evidence.
  struct Week: Sendable {
    var alerts: [Alert] = []
    /// As received, then as checked later: the same identifiers, known later.
    var complaints: [Complaint] = []
    var checked: [Complaint] = []
    var anomalies: [PowerAnomaly] = []
  }

  /// The evidence of some days, by what is wrong on the first.
  mutating func week(
    _ days: ClosedRange<CalendarDate>, truth: LivingTruth, hidden: HiddenLife,
    plane: inout DemoPlane
  ) -> Week {
    // Each week draws from a stream of its own.
    let seed = population.seed &+ UInt64(bitPattern: Int64(days.lowerBound.daysSince1970)) &* 0x1f3d
    var week = Week()
    let excess = excess(truth)
    let alerts = AlertMaker(
      ground: population.ground, hotCells: population.hotCells, excess: excess, seed: seed)
    week.alerts = alerts.monthly(Self.months(issuedIn: days)) + alerts.live(days)
    week.anomalies = AnomalyMaker(
      sites: population.sites, factors: factors, spells: truth.spells, seed: seed
    ).anomalies(
      days, share: Double(days.upperBound - days.lowerBound + 1) / Self.anomalyDays,
      earlier: anomalyCount)
    anomalyCount += week.anomalies.count
    let register = complaints(days, truth: truth, hidden: hidden, seed: seed, plane: &plane)
    week.complaints = register.received
    week.checked = register.checked
    complaintCount += register.received.count
    return week
  }

  private func complaints(
    _ days: ClosedRange<CalendarDate>, truth: LivingTruth, hidden: HiddenLife, seed: UInt64,
    plane: inout DemoPlane
  ) -> ComplaintRegister {
    let ground = population.ground
    let maker = ComplaintMaker(
      layout: SiteLayout(ground: ground, hotCells: population.hotCells), sites: population.sites,
      names: names, spells: truth.spells, sitesOfCity: population.sitesOfCity,
      hiddenPlaces: hidden.placesOfCity, seed: seed)
    let part =
      Double(days.upperBound - days.lowerBound + 1) / Double(CityQuota.complaintDays)
    var random = DemoRandom(seed: seed, stream: "complaints of the week")
    let drafts = ground.quotas.indices.flatMap { city in
      let count = random.rounded(part * Double(ground.quotas[city].complaints))
      return maker.complaints(ofCity: city, days: days, count: count)
    }
    let places = plane.geographic(drafts.map { $0.place ?? Coordinate(0, 0) })
    return ComplaintRegister(
      drafts, positions: zip(drafts, places).map { $0.place == nil ? nil : $1 }, seed: seed,
      end: Moment(days.upperBound + 60), earlier: complaintCount)
  }

  /// For every hot cell: how many of its sites violate.
  private func excess(_ truth: LivingTruth) -> [Double] {
    var excess = [Double](repeating: 0, count: population.hotCells.cells.count)
    for (index, site) in population.sites.enumerated() where truth.violates(index) {
      if let cell = site.hotCell { excess[cell] += 1 }
    }
    return excess.map { $0 / max(population.density, 0.01) }
  }

  /// The month before each month whose list is issued on one of the days.
  private static func months(
    issuedIn days: ClosedRange<CalendarDate>
  ) -> [(year: Int, month: Int)] {
    (0...(days.upperBound - days.lowerBound)).map { days.lowerBound + $0 }
      .filter { $0.day == AlertMaker.issueDay }
      .map { $0.month == 1 ? ($0.year - 1, 12) : ($0.year, $0.month - 1) }
  }
}
