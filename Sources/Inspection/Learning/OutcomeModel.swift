/// A model of the chance that an inspection finds something, learned from past ones.
///
/// A logistic regression with a ridge. Who inspected is an effect of its own with a penalty of its
/// own: it is in the fit, so that a place is not blamed for a strong inspector, and out of the
/// prediction, which is for the mean inspector.
public struct OutcomeModel: Sendable {
  /// How predictors became columns; the inspector's levels are the last.
  public let encoding: DesignEncoding
  /// The regression.
  public let fit: LogisticFit
  /// The penalties, and how they were chosen.
  public let choice: PenaltyChoice
  /// The effect of each inspector; nil if none was given, or there is only one.
  public let inspectors: InspectorEffect?

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - table: Predictors, times and outcomes.
  ///   - rows: The training rows, in order of time.
  ///   - settings: Penalties to try.
  /// - Throws: `LogisticError` if the rows have one outcome only.
  public init(
    _ table: OutcomeTable, rows: [Int], settings: PenaltySearch = PenaltySearch()
  ) throws(LogisticError) {
    choice = try settings.choose(for: table, rows: rows)
    let predictors = table.withInspector
    encoding = DesignEncoding(predictors, rows: rows, bends: choice.bends)
    let design = encoding.matrix(of: predictors, rows: rows)
    let hasInspector =
      table.inspector != nil && encoding.categories.last?.predictor == predictors.count - 1
    fit = try LogisticRegression.fit(
      design, outcomes: rows.map { table.outcomes[$0] },
      penalty: choice.penalty(for: design, hasInspector: hasInspector))
    inspectors =
      hasInspector ? InspectorEffect(fit: fit, design: design, encoding: encoding) : nil
  }

  /// Linear predictors of some rows: log-odds of a hit.
  ///
  /// - Parameter withInspector: Whether the effect of who inspected counts; if not, it is the mean's.
  public func linear(_ table: OutcomeTable, rows: [Int], withInspector: Bool = false) -> [Double] {
    let design = encoding.matrix(of: table.withInspector, rows: rows)
    guard let inspectors, !withInspector else { return design.linear(fit.coefficients) }
    let factors = Set(design.factors.indices.dropLast())
    return design.linear(fit.coefficients, factors: factors).map { $0 + inspectors.mean }
  }
}
