public import CampaignData

/// A stop on a team's route.
public struct Stop: Sendable, Hashable {
  /// Identifier, the same for the same plan: round, date, team and order.
  public var id: String
  /// Position in the day's order, from 1.
  public var order: Int
  /// Where to go and why.
  public var target: Target
  /// Why it was chosen.
  public var basis: Basis
  /// When the team is expected there.
  public var arrival: Moment

  /// Makes a stop.
  public init(id: String, order: Int, target: Target, basis: Basis, arrival: Moment) {
    self.id = id
    self.order = order
    self.target = target
    self.basis = basis
    self.arrival = arrival
  }
}
