/// What is known of past work, for figures.
public struct FollowUpSource: Sendable {
  /// The facts.
  public var snapshot: Snapshot
  /// Why each visit was chosen, by its identifier; visits that name no stop are not in it.
  public var bases: [String: Basis]
  /// The stops of the period's rounds on days that are over.
  public var planned: [PlannedVisit]
  /// Sites that were drawn by lot in the period's rounds, and what became of them.
  public var drawn: [DrawnVisit]

  /// Gathers what is known.
  public init(
    snapshot: Snapshot, bases: [String: Basis] = [:],
    planned: [PlannedVisit] = [], drawn: [DrawnVisit] = []
  ) {
    self.snapshot = snapshot
    self.bases = bases
    self.planned = planned
    self.drawn = drawn
  }
}
