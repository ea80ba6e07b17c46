/// A fitted logistic regression.
public struct LogisticFit: Sendable {
  /// In the order of `DesignMatrix`: intercept, numbers, levels.
  public let coefficients: [Double]
  /// Of the coefficients, from the inverse of the penalised information; with a ridge the posterior
  /// standard deviation.
  public let standardErrors: [Double]
  /// The weighted log-likelihood, penalties left out.
  public let logLikelihood: Double
  /// Newton steps taken.
  public let iterations: Int
  /// Whether the steps died out; false where outcomes are separated and nothing holds back.
  public let hasConverged: Bool
  /// Whether the fit tells hits from misses without a single error: without a penalty its
  /// coefficients would grow for ever.
  public let isSeparated: Bool
}
