/// Why a target is on the list (vocabulary `basis`).
public enum Basis: String, Sendable, Hashable, CaseIterable {
  /// Its chance of a problem.
  case risk
  /// Its township must be visited.
  case coverage
  /// Drawn by lot.
  case random
  /// A problem handed over is verified.
  case recheck
  /// Added by hand.
  case manual
}
