/// What a stop of a plan rests on: something without which another plan may come out.
public enum StopSupport: Sendable, Hashable {
  /// One reason: the facts behind it, or what the site's own record says.
  case reason(Reason)
  /// Its township needs a visit in the round.
  case township
  /// The plan before had it on this team's day.
  case earlier(plan: String)
  /// Heavy-pollution warnings put it first; their identifiers.
  case warnings([String])
  /// Somebody added it by hand.
  case task
  /// All reasons together.
  case allReasons

  /// One word for programs.
  public var key: String {
    switch self {
    case .reason(let reason): reason.key
    case .township: "township"
    case .earlier: "earlier_plan"
    case .warnings: "warning"
    case .task: "task"
    case .allReasons: "all_reasons"
    }
  }
}
