/// What a plan rests on beside facts and settings; empty for the first plan of a campaign.
public struct PlanContext: Sendable {
  /// The round's plan so far, as much of which is kept as is worth it.
  public var earlier: EarlierPlan?
  /// The last plan of the round before: what it had still to visit is not overdue.
  public var lastRound: EarlierPlan?
  /// Who is missing, what is closed, what is added.
  public var disruptions: Disruptions
  /// The round's draw so far; nil: it is drawn with the plan.
  public var draw: RoundDraw?
  /// What the draw and the solver's seed follow from; nil: the seed of the settings.
  public var secret: RoundSecret?
  /// Who knows driving times; nil for straight lines.
  public var roads: (any RoadNetwork)?

  /// Makes a context.
  public init(
    earlier: EarlierPlan? = nil, lastRound: EarlierPlan? = nil,
    disruptions: Disruptions = Disruptions(), draw: RoundDraw? = nil, secret: RoundSecret? = nil,
    roads: (any RoadNetwork)? = nil
  ) {
    self.earlier = earlier
    self.lastRound = lastRound
    self.disruptions = disruptions
    self.draw = draw
    self.secret = secret
    self.roads = roads
  }
}
