import Inspection

/// Scores of test rows with their figures and the intervals of these.
struct JudgedScores {
  let figures: EvaluationFigures
  let brier: Double
  /// What the Brier score of the overall hit rate would be.
  let brierOfRate: Double
  let bins: [ReliabilityBin]
  let meanChance: Double
  let auc: BootstrapInterval
  let firstHalfShare: BootstrapInterval
  let daysEarlier: BootstrapInterval
  let brierInterval: BootstrapInterval
  let hitRates: [BootstrapInterval]
  let replicates: Int

  init(linear: [Double], outcomes: [Double], times: [Double], replicates: Int, seed: UInt64) {
    let chances = linear.map(OutcomeLoss.chance)
    let scored = ScoredInspections(scores: linear, outcomes: outcomes, times: times)
    figures = scored.figures()
    brier = OutcomeLoss.brier(chances: chances, outcomes: outcomes)
    brierOfRate = figures.hitRate * (1 - figures.hitRate)
    bins = ReliabilityBin.bins(chances: chances, outcomes: outcomes)
    meanChance = chances.reduce(0, +) / Double(max(1, chances.count))
    let squares = zip(chances, outcomes).map { ($0 - $1) * ($0 - $1) }
    let draws = BootstrapInterval.replicates(replicates, of: outcomes.count, seed: seed) { counts in
      (
        scored.figures(counts: counts),
        zip(squares, counts).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(counts.count)
      )
    }
    auc = BootstrapInterval(draws.map(\.0.auc))
    firstHalfShare = BootstrapInterval(draws.map(\.0.firstHalfShare))
    daysEarlier = BootstrapInterval(draws.map(\.0.daysEarlier))
    brierInterval = BootstrapInterval(draws.map(\.1))
    hitRates = ScoredInspections.shares.indices.map { share in
      BootstrapInterval(draws.map { $0.0.hitRatesAtShares[share] })
    }
    self.replicates = replicates
  }
}
