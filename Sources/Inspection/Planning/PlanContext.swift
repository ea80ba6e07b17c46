/// What a plan rests on beside facts and settings; empty for the first plan of a campaign.
public struct PlanContext: Sendable {
  /// The round's plan so far, as much of which is kept as is worth it.
  public var earlier: EarlierPlan?
  /// The last plan of the round before: what it had still to visit is not overdue.
  public var lastRound: EarlierPlan?
  /// Who is missing, what is closed, what is added.
  public var disruptions: Disruptions
  /// Who knows driving times; nil for straight lines.
  public var roads: (any RoadNetwork)?
  /// The round's secret; nil where the setting `seed` stands for one.
  public var secret: RoundSecret?

  /// Makes a context.
  public init(
    earlier: EarlierPlan? = nil, lastRound: EarlierPlan? = nil,
    disruptions: Disruptions = Disruptions(), roads: (any RoadNetwork)? = nil,
    secret: RoundSecret? = nil
  ) {
    self.earlier = earlier
    self.lastRound = lastRound
    self.disruptions = disruptions
    self.roads = roads
    self.secret = secret
  }
}
