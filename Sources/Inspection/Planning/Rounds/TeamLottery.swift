import Geo

/// One team's random share of a round.
struct TeamLottery {
  /// How many to draw.
  let count: Int
  /// The most of the draw that sites known only locally may take.
  let localShare: Double
  /// The team's sites, by index ascending.
  let sites: [Int]
  let facts: Facts
  /// For every site: its size.
  let sizes: [Double]
  /// For every site: where it is, in metres.
  let planes: [Coordinate]
  let tickets: Tickets

  /// What was drawn.
  struct Result {
    /// Each site with its probability.
    var probabilities: [(site: Int, probability: Double)] = []
    /// The sites drawn.
    var drawn: [Int] = []
  }

  /// Draws.
  func result() -> Result {
    guard count > 0, !sites.isEmpty else { return Result() }
    let independent = sites.filter { facts.sites[$0].isIndependent }
    let local = sites.filter { !facts.sites[$0].isIndependent }
    let chances = DrawProbabilities(
      independent: independent.map { sizes[$0] }, local: local.map { sizes[$0] },
      drawing: count, localShare: localShare)
    return Result(
      probabilities: zip(independent + local, chances.independent + chances.local).map { ($0, $1) },
      drawn: draw(independent, chances.independent) + draw(local, chances.local))
  }

  private func draw(_ sites: [Int], _ probabilities: [Double]) -> [Int] {
    CorrelatedPoissonSampling.draw(
      probabilities: probabilities, tickets: sites.map { tickets.number(of: facts.sites[$0].id) },
      plane: sites.map { planes[$0] }, order: Array(sites.indices)
    ).map { sites[$0] }
  }
}
