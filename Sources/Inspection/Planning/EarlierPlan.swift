public import CampaignData
public import Geo

/// A plan made before, as far as a new one needs it: who was to go where, when.
public struct EarlierPlan: Sendable, Hashable {
  /// A stop of it.
  public struct Stop: Sendable, Hashable {
    /// The team's identifier.
    public var team: String
    /// The day.
    public var day: CalendarDate
    /// Position in the day's order, from 1.
    public var order: Int
    /// The target's identifier.
    public var target: String
    /// A name that people know it by.
    public var name: String
    /// Longitude and latitude, WGS-84, where it is known.
    public var position: Coordinate?
    /// The township's code; nil outside all.
    public var township: String?
    /// Why it was chosen.
    public var basis: Basis
    /// Chance of a problem as it was then.
    public var chance: Double
    /// The probability with which the round's draw takes the site; nil where it is not known.
    public var inclusionProbability: Double?

    /// Makes a stop.
    public init(
      team: String, day: CalendarDate, order: Int, target: String, name: String = "",
      position: Coordinate? = nil, township: String?,
      basis: Basis, chance: Double, inclusionProbability: Double? = nil
    ) {
      self.team = team
      self.day = day
      self.order = order
      self.target = target
      self.name = name
      self.position = position
      self.township = township
      self.basis = basis
      self.chance = chance
      self.inclusionProbability = inclusionProbability
    }
  }

  /// The plan's identifier.
  public var id: String
  /// The round.
  public var round: Int
  /// The moment whose facts it rests on.
  public var madeAsOf: Moment
  /// The first day planned.
  public var firstDay: CalendarDate
  /// Its stops, by team, day and order.
  public var stops: [Stop]
  /// What it was told beside the facts.
  public var inputs: [PlanInput]

  /// Makes an earlier plan.
  public init(
    id: String, round: Int, madeAsOf: Moment, firstDay: CalendarDate, stops: [Stop],
    inputs: [PlanInput] = []
  ) {
    self.id = id
    self.round = round
    self.madeAsOf = madeAsOf
    self.firstDay = firstDay
    self.stops = stops.sorted { ($0.team, $0.day, $0.order) < ($1.team, $1.day, $1.order) }
    self.inputs = inputs
  }

  /// A plan as it is before it is saved.
  public init(_ plan: Plan, facts: Facts) {
    self.init(
      id: plan.identifier, round: plan.round, madeAsOf: plan.madeAsOf,
      firstDay: plan.days.lowerBound,
      stops: plan.teamDays.flatMap { day in
        day.stops.map { stop in
          Stop(
            team: facts.teams[day.team].id, day: day.date, order: stop.order,
            target: stop.target.id, name: stop.target.name, position: stop.target.position,
            township: stop.target.township < 0
              ? nil : facts.townships[stop.target.township].code,
            basis: stop.basis, chance: stop.target.chance,
            inclusionProbability: stop.inclusionProbability)
        }
      }, inputs: plan.inputs)
  }
}
