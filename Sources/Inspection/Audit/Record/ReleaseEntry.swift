/// Sealed lists were released before their time.
public struct ReleaseEntry: Sendable, Hashable, Codable {
  /// A day, or the name of sealed lists.
  public var what: String
  /// The plans concerned, by identifier.
  public var plans: [String]
  /// Who answers for it.
  public var by: String
  /// Why.
  public var reason: String

  /// Makes an entry.
  public init(what: String, plans: [String], by: String, reason: String) {
    self.what = what
    self.plans = plans
    self.by = by
    self.reason = reason
  }
}
