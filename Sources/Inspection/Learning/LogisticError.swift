/// Why no logistic regression can be fitted.
public enum LogisticError: Error, Sendable, Hashable {
  /// There are no rows, or none with weight.
  case noRows
  /// Every row has the same outcome, `true` for a hit.
  case oneOutcome(Bool)
  /// A number, weight or offset is not finite.
  case notFinite
  /// Columns repeat each other and no penalty tells them apart.
  case singular
}
