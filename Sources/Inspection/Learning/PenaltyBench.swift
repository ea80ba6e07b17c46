/// Scores choices of penalties on folds.
struct PenaltyBench {
  /// The log loss of every row scored.
  struct Scores {
    var losses: [Double]

    var mean: Double { losses.reduce(0, +) / Double(max(1, losses.count)) }

    /// What another saves a row, with the standard error of that.
    func gain(of other: Scores) -> (mean: Double, standardError: Double) {
      PairedGain.of(losses, over: other.losses)
    }
  }

  let table: OutcomeTable
  let rows: [Int]
  let folds: [RollingOrigin.Fold]

  /// Whether every fold has hits and misses to fit.
  var canScore: Bool {
    guard let first = folds.first else { return false }
    let hits = first.fitted.reduce(0) { $0 + (table.outcomes[rows[$1]] > 0.5 ? 1 : 0) }
    return hits >= 5 && first.fitted.count - hits >= 5
  }

  /// The scores of choices that share `bends`, the strongest penalty first.
  func score(_ path: [PenaltyChoice]) throws(LogisticError) -> [Scores] {
    var scores = path.map { _ in Scores(losses: []) }
    let predictors = table.withInspector
    for fold in folds {
      let fitted = fold.fitted.map { rows[$0] }
      let scored = fold.scored.map { rows[$0] }
      let encoding = DesignEncoding(predictors, rows: fitted, bends: path[0].bends)
      let design = encoding.matrix(of: predictors, rows: fitted)
      let next = encoding.matrix(of: predictors, rows: scored)
      let hasInspector =
        table.inspector != nil
        && encoding.categories.last?.predictor == predictors.count - 1
      let problem = LogisticProblem(
        design: design, outcomes: fitted.map { table.outcomes[$0] }, weights: nil, offsets: nil)
      try LogisticRegression.check(problem)
      let truth = scored.map { table.outcomes[$0] }
      var start: [Double]?
      for (number, choice) in path.enumerated() {
        var search = LogisticSearch(
          problem: problem, penalty: choice.penalty(for: design, hasInspector: hasInspector),
          start: start, tolerance: 1e-8)
        let coefficients = try search.bareCoefficients()
        start = coefficients
        scores[number].losses += OutcomeLoss.logLoss(
          linear: next.linear(coefficients), outcomes: truth)
      }
    }
    return scores
  }
}
