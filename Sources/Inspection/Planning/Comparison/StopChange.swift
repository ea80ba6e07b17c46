/// One stop in which two plans differ.
public struct StopChange: Sendable, Hashable {
  /// How it differs.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Only the later plan has it.
    case added
    /// Only the earlier plan has it.
    case dropped
    /// Another team goes there.
    case team
    /// The same team goes there on another day.
    case day
    /// The same team goes there on the same day, in another order among the stops both have.
    case order
  }

  /// Why it differs, as far as the plans and the facts tell.
  public enum Cause: String, Sendable, Hashable, CaseIterable {
    /// Added by hand.
    case manual
    /// Taken out of its day by hand.
    case removed
    /// It was to be visited on a day that is over, and was not.
    case missed
    /// Alerts, complaints or anomalies that became known in between.
    case evidence
    /// It has been visited.
    case visited
    /// Its team is out.
    case teamOut = "team_out"
    /// Its team loses the day.
    case dayLost = "day_lost"
    /// It cannot be reached on the day.
    case closed
    /// Its township has gone to another team.
    case area
    /// Its township is covered without it.
    case covered
    /// Others have better chances for the same time.
    case chances
    /// Others before or after it changed.
    case route
  }

  /// How it differs.
  public var kind: Kind
  /// Why.
  public var cause: Cause
  /// Identifiers of the facts that became known in between, for `evidence`.
  public var factIDs: [String]
  /// The stop in the earlier plan.
  public var before: EarlierPlan.Stop?
  /// The stop in the later plan.
  public var after: EarlierPlan.Stop?

  /// The team whose list it changes: that of the later plan where both have it.
  public var team: String { after?.team ?? before?.team ?? "" }
}
