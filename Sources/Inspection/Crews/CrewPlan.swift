/// The crews of some rounds that follow each other.
public struct CrewPlan: Sendable, Hashable {
  /// The rounds, in order.
  public let rounds: [CrewRoundPlan]
  /// What the rounds together must leave empty.
  public let horizons: [CrewHorizon]
}
