/// How much of a resource a role may see.
enum Permission: String, Sendable, Hashable {
  /// Nothing: it is not there for them.
  case none
  /// Features of the own team.
  case own
  /// Features whose day is over.
  case past
  /// All features; what citizens wrote and telephone numbers are masked.
  case masked
  /// All of it.
  case all
}
