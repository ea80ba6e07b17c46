import CampaignData

/// Which sites violate and when, drawn from the hidden model.
struct Violations: Sendable {
  let factors: [LatentFactors]
  let probabilities: [Double]
  /// For every site when it violates if nobody interferes.
  let spells: [ViolationSpell]
  /// For every site whether an inspector who comes by day sees it.
  let isFindable: [Bool]

  /// Those that do not violate at first may begin, with this part of their chance.
  private static let beginners = 0.11

  /// Draws the truth so that the mean chance over past visits is `rate`; of violators the part
  /// `findable` shows itself by day.
  init(
    sites: [DemoSite], ground: DemoTerritory, visits: [PastVisit], start: CalendarDate,
    seed: UInt64, rate: Double, findable: Double
  ) {
    let factors = LatentFactors.draw(for: sites, ground: ground, seed: seed)
    let visited = visits.map { factors[$0.site] }
    let model = ViolationModel.calibrated(to: rate, over: visited)
    let probabilities = factors.map(model.probability)
    var random = DemoRandom(seed: seed, stream: "violations")
    var spells: [ViolationSpell] = []
    spells.reserveCapacity(sites.count)
    for probability in probabilities {
      let begins = random.below(90)
      if random.chance(probability) {
        spells.append(ViolationSpell(from: start - 300, until: ViolationSpell.endless))
      } else if random.chance(Self.beginners * probability) {
        spells.append(ViolationSpell(from: start - begins, until: ViolationSpell.endless))
      } else {
        spells.append(.never)
      }
    }
    self.factors = factors
    self.probabilities = probabilities
    self.spells = spells
    isFindable = sites.map { _ in random.chance(findable) }
  }
}
