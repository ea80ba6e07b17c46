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
  /// The probability with which the round's draw takes the site, whatever chose it here; nil for
  /// what is no site, or came in after the draw.
  public var inclusionProbability: Double?
  /// When the team is expected there.
  public var arrival: Moment

  /// Makes a stop.
  public init(
    id: String, order: Int, target: Target, basis: Basis, inclusionProbability: Double? = nil,
    arrival: Moment
  ) {
    self.id = id
    self.order = order
    self.target = target
    self.basis = basis
    self.inclusionProbability = inclusionProbability
    self.arrival = arrival
  }
}
