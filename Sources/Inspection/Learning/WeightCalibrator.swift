public import CampaignData

/// Fits evidence weights to visits.
///
/// The chance of a problem is the logistic sum of `Targeting`. Its weights are fitted with a ridge
/// towards the defaults: little data leaves them. The team is an effect of its own in the fit, and
/// so is why a visit was chosen (risk, coverage, random); both are out of the weights. A visit that
/// was drawn counts by one over the probability with which it was drawn. Visits that a plan chose,
/// without any that it did not, are not fitted. The penalty is chosen by folds in order of time.
public struct WeightCalibrator: Sendable {
  /// Penalties to try.
  public var ridges: [Double] = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000]
  /// Penalty of the effects of teams and of why a visit was chosen.
  public var teamRidge = 10.0
  /// A weight with fewer visits with its evidence keeps its default.
  public var fewestVisits = 20
  /// Fewer problems, or visits without one, teach nothing.
  public var fewestOutcomes = 30
  /// Reweighting of drawn visits stays within this factor of the mean.
  public var mostWeight = 10.0

  /// At most so many visits, evenly spread over time, choose the penalty; all are fitted.
  public var mostTried = 30_000

  /// The usual calibration.
  public init() {}

  /// Fits the weights.
  ///
  /// - Parameters:
  ///   - records: The visits.
  ///   - defaults: The weights to start from and to stay near.
  ///   - choices: Why each visit was chosen and the probability with which it was drawn, if known.
  public func calibrate(
    _ records: [VisitRecord], defaults: EvidenceWeights = CampaignData.weights,
    choices: [String: (basis: String, probability: Double?)] = [:]
  ) throws(LogisticError) -> WeightCalibration {
    let isBefore = { (one: VisitRecord, other: VisitRecord) in
      one.time != other.time ? one.time < other.time : one.visitID < other.visitID
    }
    // A replay gives them in order, and a million take long to sort.
    let isSorted = !zip(records, records.dropFirst()).contains { isBefore($1, $0) }
    let sorted = isSorted ? records : records.sorted(by: isBefore)
    let rows = CalibrationRows(sorted, choices: choices)
    let bench = CalibrationBench(rows: rows, defaults: defaults, calibrator: self)
    let problems = Int(sorted.reduce(0) { $0 + $1.outcome })
    let counts = (sorted.count, problems)
    guard problems >= fewestOutcomes, sorted.count - problems >= fewestOutcomes else {
      return bench.refused(.tooFew(problems: problems, others: sorted.count - problems), counts)
    }
    let isOptimised = sorted.allSatisfy { visit in
      choices[visit.visitID].map { $0.basis != Basis.random.rawValue } ?? false
    }
    guard !isOptimised else { return bench.refused(.optimisedOnly, counts) }
    let tried = rows.every(max(1, (rows.count + mostTried - 1) / mostTried))
    let trial = CalibrationBench(rows: tried, defaults: defaults, calibrator: self)
    let folds = RollingOrigin(times: tried.times.map { $0.rounded(.down) }, count: 4).folds
      .filter { fold in fold.fitted.contains { tried.outcomes[$0] > 0.5 } }
    guard folds.count >= 2 else { return bench.refused(.tooFewDays, counts) }
    let old = folds.flatMap { trial.losses(trial.defaultValues, $0.scored) }
    var best: (ridge: Double, chances: [Double], losses: [Double])?
    var last = [CalibrationBench.Fitted?](repeating: nil, count: folds.count)
    for ridge in ridges.sorted(by: >) {
      var losses: [Double] = []
      var chances: [Double] = []
      for (number, fold) in folds.enumerated() {
        let fitted = try trial.fit(fold.fitted, ridge: ridge, start: last[number], isTrial: true)
        last[number] = fitted
        losses += trial.losses(fitted.values, fold.scored)
        chances += trial.logOdds(fitted.values, fold.scored).map(OutcomeLoss.chance)
      }
      if best.map({ PairedGain.of($0.losses, over: losses).mean > 0 }) ?? true {
        best = (ridge, chances, losses)
      }
    }
    guard let best else { return bench.refused(.tooFewDays, counts) }
    let gain = PairedGain.of(old, over: best.losses)
    let scored = folds.flatMap { Array($0.scored) }
    let truth = scored.map { tried.outcomes[$0] }
    let final = try bench.fit(0..<sorted.count, ridge: best.ridge)
    let count = Double(max(1, old.count))
    return WeightCalibration(
      estimates: bench.estimates(final), ridge: best.ridge,
      losses: (old.reduce(0, +) / count, best.losses.reduce(0, +) / count), gain: gain,
      reliability: (
        ReliabilityBin.bins(
          chances: folds.flatMap { trial.logOdds(trial.defaultValues, $0.scored) }
            .map(OutcomeLoss.chance), outcomes: truth),
        ReliabilityBin.bins(chances: best.chances, outcomes: truth)
      ),
      teams: final.teams,
      refusal: gain.mean > gain.standardError
        ? nil : .noGain(mean: gain.mean, standardError: gain.standardError),
      counts: counts)
  }
}
