/// What a team's plan would be without one thing that a stop rests on.
public struct Counterfactual: Sendable, Hashable {
  /// What is taken away.
  public var support: StopSupport
  /// The place's chance of a problem then; nil if it would be no target at all.
  public var chance: Double?
  /// The team's stop there then; nil if the team would not go.
  public var stop: EarlierPlan.Stop?
  /// What the list of the stop's day would have besides, in order.
  public var dayGains: [EarlierPlan.Stop]
  /// What the team's plan would have that it has not, by day and order.
  public var gains: [EarlierPlan.Stop]
  /// What the team's plan has, but for the stop itself, and then would not have, by day and order.
  public var losses: [EarlierPlan.Stop]

  /// Compares a team's stops with those without something.
  init(
    support: StopSupport, chance: Double?, of stop: EarlierPlan.Stop, now: [EarlierPlan.Stop],
    then: [EarlierPlan.Stop]
  ) {
    self.support = support
    self.chance = chance
    self.stop = then.first { $0.target == stop.target }
    let today = Set(now.filter { $0.day == stop.day }.map(\.target))
    dayGains = then.filter { $0.day == stop.day && !today.contains($0.target) }
    let planned = Set(now.map(\.target))
    gains = then.filter { !planned.contains($0.target) }
    let replanned = Set(then.map(\.target))
    losses = now.filter { !replanned.contains($0.target) && $0.target != stop.target }
  }
}
