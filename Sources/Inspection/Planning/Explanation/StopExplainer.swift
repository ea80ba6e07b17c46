public import CampaignData
import Geo

/// Answers, for the stops of one team's plan, what would be there without each thing that they rest on.
///
/// Each answer is the plan of the team made again, by the same pure function with the same settings,
/// seed, earlier plan and disruptions, from the facts without those asked about. It is the same as
/// deleting these rows and planning the whole campaign again; only this team's days are solved, and
/// the ground, which no evidence moves, is divided once.
public struct StopExplainer: Sendable {
  /// The team's days as the plan has them.
  public let days: [TeamDay]
  private let team: Int
  private let number: Int
  private let day: CalendarDate?
  private let settings: PlanSettings
  private let known: PlanPremises
  private let planning: RoundPlanning
  private let areas: TeamAreas
  private let stops: [EarlierPlan.Stop]

  /// Plans a team's days.
  ///
  /// - Parameters:
  ///   - id: the team's identifier.
  ///   - number: the round.
  ///   - day: the day from which the rest of the round was planned; nil: the whole round.
  ///   - snapshot: the facts.
  ///   - targets: the snapshot's targets.
  ///   - settings: what the plan was made with.
  ///   - context: what the plan rested on besides.
  /// - Throws: `PlanError`, or `PROJError` if the projection of the grid cannot be had.
  public init(
    team id: String, inRound number: Int, from day: CalendarDate?, snapshot: Snapshot,
    targets: TargetList, settings: PlanSettings, context: PlanContext
  ) throws {
    guard let team = snapshot.facts.teams.firstIndex(where: { $0.id == id }) else {
      throw PlanError.unknownTeam(id)
    }
    self.team = team
    self.number = number
    self.day = day
    self.settings = settings
    known = PlanPremises(snapshot: snapshot, targets: targets, context: context)
    planning = try Planner.planning(
      number, from: day, snapshot: snapshot, targets: targets, settings: settings,
      context: context)
    let force = TeamForce(
      facts: snapshot.facts, settings: settings, disruptions: planning.disruptions,
      days: planning.days, scope: PhaseScope(of: planning.round))
    areas = planning.areas(unable: force.unable)
    let plan = try planning.plan(only: PlanPart(team: team, areas: areas))
    days = plan.teamDays
    stops = EarlierPlan(plan, facts: snapshot.facts).stops
  }

  /// The team's stops by day and order, as rows of a plan.
  public var rows: [EarlierPlan.Stop] { stops }

  /// Explains the stop of a day by its place in the order; nil if there is none.
  ///
  /// - Complexity: a plan of the team for each reason, and targets of the whole snapshot for each
  ///   that rests on facts.
  /// - Throws: `PlanError`, or `PROJError` if the projection of the grid cannot be had.
  public func explanation(of order: Int, on date: CalendarDate) throws -> StopExplanation? {
    guard
      let stop = days.first(where: { $0.date == date })?.stops.first(where: { $0.order == order }),
      let row = stops.first(where: { $0.day == date && $0.order == order })
    else { return nil }
    let words = stop.why(facts: known.snapshot.facts)
    let supports = StopSupports(
      stop: stop, on: date, planning: planning, known: known, team: row.team
    ).all
    return StopExplanation(
      stop: stop, row: row, zh: words.zh, en: words.en,
      baseChance: known.targets.evidence.chance(of: []),
      without: try supports.map { try counterfactual($0, stop, row) })
  }

  private func counterfactual(
    _ support: StopSupport, _ stop: Stop, _ row: EarlierPlan.Stop
  ) throws -> Counterfactual {
    let (premises, settled) = try known.without(support, of: stop)
    let planning = try Planner.planning(
      number, from: day, snapshot: premises.snapshot, targets: premises.targets,
      settings: settings, context: premises.context)
    let plan = try planning.plan(only: PlanPart(team: team, areas: areas, settled: settled))
    let place = planning.targets.index(of: stop.target.id)
    return Counterfactual(
      support: support, chance: place.map { planning.targets.chances[$0] }, of: row, now: stops,
      then: EarlierPlan(plan, facts: premises.snapshot.facts).stops)
  }
}
