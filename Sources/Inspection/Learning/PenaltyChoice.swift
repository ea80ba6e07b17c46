/// The penalties of a model, with the losses by which they were chosen.
public struct PenaltyChoice: Sendable {
  /// A model that was tried.
  public struct Trial: Sendable, Hashable {
    /// Penalty of the predictors.
    public var ridge: Double
    /// Penalty of the inspectors.
    public var inspectorRidge: Double
    /// Whether numbers have hinges.
    public var bends: Bool
    /// Mean log loss over the rows scored.
    public var loss: Double
  }

  /// Penalty of the predictors, for numbers of deviation 1.
  public var ridge: Double
  /// Penalty of the inspectors.
  public var inspectorRidge: Double
  /// Whether numbers have hinges.
  public var bends: Bool
  /// Part of the predictors' penalty that is absolute (elastic net), 0 to 1.
  public var lassoShare: Double
  /// Everything tried; empty if the rows were too few to try.
  public var trials: [Trial]
  /// How many folds were scored.
  public var folds: Int

  /// The penalties for a design, whose last factor may be the inspector's.
  func penalty(for design: DesignMatrix, hasInspector: Bool) -> LogisticPenalty {
    var factors = [Double](repeating: ridge, count: design.factors.count)
    if hasInspector, !factors.isEmpty { factors[factors.count - 1] = inspectorRidge }
    return LogisticPenalty(design, numbers: ridge, factors: factors, lassoShare: lassoShare)
  }
}
