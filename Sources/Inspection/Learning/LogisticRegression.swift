/// Regularised logistic regression by Newton's method.
///
/// The chance of a hit is `1 / (1 + exp(-x b))`. Each step solves the normal equations, by a Cholesky
/// factor, the coefficients at a bound held there, or, with an absolute penalty, by coordinate descent
/// on them (Friedman, Hastie and
/// Tibshirani 2010, "Regularization paths for generalized linear models via coordinate descent",
/// Journal of Statistical Software 33(1)); steps that do not lower the loss are halved. Nothing is
/// random, and sums run in the same order whatever the number of threads.
public enum LogisticRegression {
  /// Fits a regression.
  ///
  /// - Parameters:
  ///   - design: The rows.
  ///   - outcomes: 1 for a hit, 0 for none, for every row.
  ///   - penalty: What holds coefficients back.
  ///   - weights: What each row counts, 0 or more; nil: 1.
  ///   - offsets: Added to each row's linear predictor, with no coefficient; nil: 0.
  ///   - start: Coefficients to start from, as those of a fit with another penalty.
  /// - Complexity: by step, rows times (numbers squared + factors times numbers), and the cube of the
  ///   coefficients.
  public static func fit(
    _ design: DesignMatrix, outcomes: [Double], penalty: LogisticPenalty,
    weights: [Double]? = nil, offsets: [Double]? = nil, start: [Double]? = nil
  ) throws(LogisticError) -> LogisticFit {
    let problem = LogisticProblem(
      design: design, outcomes: outcomes, weights: weights, offsets: offsets)
    try check(problem)
    var search = LogisticSearch(problem: problem, penalty: penalty, start: start)
    return try search.run()
  }

  static func check(_ problem: LogisticProblem) throws(LogisticError) {
    var hits = 0.0
    var rest = 0.0
    for (row, outcome) in problem.outcomes.enumerated() {
      let weight = problem.weights?[row] ?? 1
      if outcome > 0.5 { hits += weight } else { rest += weight }
    }
    let columns =
      problem.design.numbers
      + [problem.weights, problem.offsets, problem.design.sparse?.values].compactMap(\.self)
    for column in columns where !column.allSatisfy(\.isFinite) { throw .notFinite }
    guard hits + rest > 0 else { throw .noRows }
    guard hits > 0, rest > 0 else { throw .oneOutcome(hits > 0) }
  }
}
