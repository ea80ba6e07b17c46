/// Past inspections as columns.
public struct OutcomeTable: Sendable {
  /// What was known before each.
  public var predictors: [Predictor]
  /// When each took place, in days since 1970-01-01.
  public var times: [Double]
  /// 1 if it found something, else 0.
  public var outcomes: [Double]
  /// Who inspected, a category; nil if unknown.
  public var inspector: Predictor?

  /// Makes a table.
  public init(
    predictors: [Predictor], times: [Double], outcomes: [Double], inspector: Predictor? = nil
  ) {
    self.predictors = predictors
    self.times = times
    self.outcomes = outcomes
    self.inspector = inspector
  }

  /// The predictors with the inspector as the last.
  var withInspector: [Predictor] { predictors + [inspector].compactMap(\.self) }
}
