/// Chooses penalties by folds in order of time: fitted on the past, scored on what came next.
///
/// Random folds would let rows learn from later ones of the same site or week and so choose too weak
/// a penalty.
public struct PenaltySearch: Sendable {
  /// Penalties of the predictors to try.
  public var ridges: [Double] = [0.1, 1, 3, 10, 30, 100, 300, 1000, 3000]
  /// Penalties of the inspectors to try.
  public var inspectorRidges: [Double] = [0.3, 1, 3, 10, 30, 100, 300]
  /// Whether hinges are tried.
  public var triesBends = true
  /// Part of the predictors' penalty that is absolute, 0 to 1.
  public var lassoShare = 0.0
  /// At most so many rows are used for the choice, evenly spread over time.
  public var mostRows = 40_000
  /// How many folds.
  public var folds = 5

  /// The usual search.
  public init() {}

  /// Chooses for the training rows of a table, in order of time.
  func choose(for table: OutcomeTable, rows: [Int]) throws(LogisticError) -> PenaltyChoice {
    var best = PenaltyChoice(
      ridge: 10, inspectorRidge: 10, bends: false, lassoShare: lassoShare, trials: [], folds: 0)
    let step = (rows.count + rowLimit(table) - 1) / rowLimit(table)
    let kept = step > 1 ? stride(from: 0, to: rows.count, by: step).map { rows[$0] } : rows
    let folds = RollingOrigin(times: kept.map { table.times[$0] }, count: folds).folds
    let bench = PenaltyBench(table: table, rows: kept, folds: folds)
    guard bench.canScore else { return best }
    best.folds = folds.count
    var winner: PenaltyBench.Scores?
    let path = ridges.sorted(by: >).map { ridge in with(best) { $0.ridge = ridge } }
    try take(path, bench, &best, &winner)
    if triesBends {
      // Hinges share the effect of their number, so they want a penalty at least as strong.
      let bent = path.filter { $0.ridge >= best.ridge }.suffix(4)
      try take(bent.map { choice in with(choice) { $0.bends = true } }, bench, &best, &winner)
    }
    if table.inspector != nil {
      let path = inspectorRidges.sorted(by: >).map { ridge in
        with(best) { $0.inspectorRidge = ridge }
      }
      try take(path, bench, &best, &winner)
    }
    return best
  }

  /// Fewer rows where many numbers, each with its hinges, would make the search slow.
  private func rowLimit(_ table: OutcomeTable) -> Int {
    let numbers = table.predictors.count {
      if case .numbers = $0.values { true } else { false }
    }
    let columns = numbers * (triesBends ? 5 : 1) + 1
    return min(mostRows, max(15_000, 200_000_000 / (columns * columns)))
  }

  /// Scores a path of choices and keeps the best; hinges only if they gain more than chance would.
  private func take(
    _ path: [PenaltyChoice], _ bench: PenaltyBench, _ best: inout PenaltyChoice,
    _ winner: inout PenaltyBench.Scores?
  ) throws(LogisticError) {
    let scores = try bench.score(path)
    let tried = zip(path, scores).map { choice, scores in
      PenaltyChoice.Trial(
        ridge: choice.ridge, inspectorRidge: choice.inspectorRidge, bends: choice.bends,
        loss: scores.mean)
    }
    let trials = best.trials + tried
    for (choice, score) in zip(path, scores) {
      if let winner {
        let gain = winner.gain(of: score)
        let needed = choice.bends && !best.bends ? gain.standardError : 0
        guard gain.mean > needed else { continue }
      }
      best = choice
      winner = score
    }
    best.trials = trials
  }

  private func with(
    _ choice: PenaltyChoice, _ change: (inout PenaltyChoice) -> Void
  ) -> PenaltyChoice {
    var changed = choice
    change(&changed)
    return changed
  }
}
