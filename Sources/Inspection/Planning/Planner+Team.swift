public import CampaignData

extension Planner {
  /// One team's days of a plan, exactly as the whole plan has them.
  ///
  /// Ground, targets and orders are divided among all teams as for the whole plan; only this team's
  /// days are solved, which takes a part of the time.
  /// - Parameters:
  ///   - team: the team's identifier.
  ///   - number: the round.
  ///   - day: the day from which the rest of the round is planned; nil: the whole round.
  ///   - snapshot: the facts.
  ///   - targets: the snapshot's targets.
  ///   - settings: what the planner may set.
  ///   - context: what the plan rests on besides.
  /// - Throws: `PlanError`, or `PROJError` if the projection of the grid cannot be had.
  public static func planTeam(
    _ team: String, inRound number: Int, from day: CalendarDate?, snapshot: Snapshot,
    targets: TargetList, settings: PlanSettings, context: PlanContext = PlanContext()
  ) throws -> [TeamDay] {
    guard let index = snapshot.facts.teams.firstIndex(where: { $0.id == team }) else {
      throw PlanError.unknownTeam(team)
    }
    let planning = try planning(
      number, from: day, snapshot: snapshot, targets: targets, settings: settings,
      context: context)
    return try planning.plan(only: PlanPart(team: index)).teamDays
  }

  /// A round's planning, or that of what is left of it from a day on, before it is carried out.
  static func planning(
    _ number: Int, from day: CalendarDate?, snapshot: Snapshot, targets: TargetList,
    settings: PlanSettings, context: PlanContext
  ) throws -> RoundPlanning {
    guard let round = CampaignData.rounds.round(number) else {
      throw PlanError.unknownRound(number)
    }
    let first = day ?? round.firstDay
    guard round.days.contains(first) else { throw PlanError.noRound(first.description) }
    try check(snapshot, settings)
    return try RoundPlanning(
      round: round, days: first...round.lastDay, snapshot: snapshot, targets: targets,
      settings: settings, context: context, isDayPlan: day != nil)
  }
}
