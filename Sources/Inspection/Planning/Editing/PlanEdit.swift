/// One change that somebody made to a day's list by hand.
public struct PlanEdit: Sendable, Hashable {
  /// What was done.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Taken out: marked so, or its row is gone.
    case drop
    /// Given to another team.
    case move
    /// Put at another place of its team's day.
    case order
    /// Added.
    case add
  }

  /// What was done.
  public var kind: Kind
  /// The target's identifier.
  public var target: String
  /// A name that people know it by.
  public var name: String
  /// The stop in the plan that the list was made from; nil for one added.
  public var before: EarlierPlan.Stop?
  /// The row of the file; nil where its row is gone.
  public var row: Int?
  /// The team that is to go; for one taken out the team that was.
  public var team: String
  /// Place among the team's stops as edited, from 1; nil for one taken out.
  public var order: Int?
  /// Code of its township; nil outside all.
  public var township: String?
  /// Why; empty where nothing is said.
  public var note: String
}
