import CampaignData
import Dispatch
import Geo

/// The steps from facts to all teams' days.
struct RoundPlanning {
  let round: CampaignRound
  let days: ClosedRange<CalendarDate>
  let snapshot: Snapshot
  let targets: TargetList
  let settings: PlanSettings
  let context: PlanContext
  let isDayPlan: Bool
  let disruptions: Disruptions
  let rechecks: PlannedRechecks

  /// Throws `PlanError` for a disruption that names an unknown team or another day.
  init(
    round: CampaignRound, days: ClosedRange<CalendarDate>, snapshot: Snapshot,
    targets: TargetList, settings: PlanSettings, context: PlanContext, isDayPlan: Bool
  ) throws {
    self.round = round
    self.days = days
    self.snapshot = snapshot
    var settings = settings
    if let secret = context.secret { settings.seed = secret.solverSeed(round: round.number) }
    self.settings = settings
    self.context = context
    self.isDayPlan = isDayPlan
    disruptions = context.disruptions.joined(
      with: Disruptions.holding(context.earlier?.inputs ?? [], from: days.lowerBound))
    try disruptions.check(days: days, teams: snapshot.facts.teams)
    rechecks = PlannedRechecks(snapshot, days: days, rules: settings.rechecks)
    self.targets = try targets.adding(
      disruptions.tasks.compactMap { task in
        task.position.map { (task.target, $0, task.note) }
      } + rechecks.spots)
  }

  /// Plans; with a part of the plan asked for, the other teams' days are left out, and remarks with
  /// them.
  func plan(only part: PlanPart? = nil) throws -> Plan {
    let facts = snapshot.facts
    var history = try VisitHistory(snapshot: snapshot, round: round.number)
    history.countAsVisited(part?.settled ?? [])
    let force = TeamForce(
      facts: facts, settings: settings, disruptions: disruptions, days: days,
      scope: PhaseScope(of: round))
    let areas = part?.areas ?? areas(unable: force.unable)
    let overdue = OverdueTownships(
      history: history, lastRound: context.lastRound, facts: facts, asOf: snapshot.asOf,
      scope: CampaignData.rounds.round(round.number - 1).map { PhaseScope(of: $0) }
    ).townships
    let drawn = try drawn(areas, force)
    let assigning = try OrderAssignment(
      snapshot: snapshot, targets: targets, areas: areas, force: force, days: days,
      visited: history.targetsInRound, disruptions: disruptions, earlier: context.earlier,
      draw: drawn.draw, rechecks: rechecks, settings: settings)
    let tasks = RoundTasks(
      snapshot: snapshot, targets: targets, round: round, days: days,
      townshipsOfTeam: areas.townshipsOfTeam)
    let solved = solve(
      areas, history, overdue, assigning, tasks, drawn.inclusion, only: part?.team)
    var plan = Plan(
      round: round.number, days: days, madeAsOf: snapshot.asOf,
      seedCommitment: context.secret?.commitment
        ?? SHA256.hexadecimal(of: Array("\(settings.seed)".utf8)),
      settingsHash: SHA256.hexadecimal(of: Array(settings.canonicalText.utf8)),
      teamDays: solved.flatMap { $0?.days ?? [] },
      coverage: coverage(areas, history, solved), isDayPlan: isDayPlan,
      earlier: context.earlier?.id,
      disruptions: disruptions, draw: drawn.draw, remarks: force.remarks)
    guard part == nil else { return plan }
    plan.remarks += areas.remarks(
      unable: force.unable.subtracting(force.outsidePhase), facts: facts,
      held: context.earlier?.teamsByTownship(facts))
    plan.remarks += assigning.remarks
    plan.remarks += remarks(on: plan, solved, overdue)
    if let draw = drawn.draw {
      let response = response(draw, of: plan, visited: history.targetsInRound)
      plan.response = response
      plan.remarks.append(.drawn(response))
    }
    return plan
  }

  /// The division of the ground, in which townships stay with the team of the earlier plan.
  func areas(unable: Set<Int>) -> TeamAreas {
    let facts = snapshot.facts
    return TeamAreas(
      teams: facts.teams, townships: facts.townships, sites: snapshot.sitesByTownship,
      unable: unable, held: context.earlier?.teamsByTownship(facts) ?? [:],
      effort: AreaEffort(settings, days: round.days))
  }

  /// Solves all teams side by side; nil for one that cannot be stated.
  private func solve(
    _ areas: TeamAreas, _ history: VisitHistory, _ overdue: Set<Int>, _ assigning: OrderAssignment,
    _ tasks: RoundTasks, _ inclusion: [Double], only part: Int?
  ) -> [TeamRound.Outcome?] {
    let count = snapshot.facts.teams.count
    var outcomes = [TeamRound.Outcome?](repeating: nil, count: count)
    outcomes.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let output = buffer
      DispatchQueue.concurrentPerform(iterations: count) { team in
        guard !assigning.force.unable.contains(team), part == nil || part == team else { return }
        let work = TeamRound(
          team: team, round: round, days: days, townships: areas.townshipsOfTeam[team],
          candidates: assigning.candidates[team], targets: targets, facts: snapshot.facts,
          settings: settings, visitsInRound: history.inRound, overdue: overdue,
          orders: assigning.orders[team], quotas: tasks.quotas[team], inclusion: inclusion,
          roads: context.roads)
        output[team] = try? work.solve()
      }
    }
    return outcomes
  }

  private func coverage(
    _ areas: TeamAreas, _ history: VisitHistory, _ solved: [TeamRound.Outcome?]
  ) -> [TownshipCoverage] {
    var coverage = areas.standing(history)
    let scope = PhaseScope(of: round)
    for township in coverage.indices
    where coverage[township].gap == .teamOut
      && !scope.includes(city: snapshot.facts.townships[township].cityCode)
    { coverage[township].gap = .outsidePhase }
    for (team, outcome) in solved.enumerated() {
      guard let outcome else {
        for township in areas.townshipsOfTeam[team] where history.inRound[township] == 0 {
          coverage[township].gap = .capacity
        }
        continue
      }
      for day in outcome.days {
        for stop in day.stops where stop.target.township >= 0 {
          coverage[stop.target.township].planned += 1
          coverage[stop.target.township].firstPlanned =
            min(coverage[stop.target.township].firstPlanned ?? day.date, day.date)
        }
      }
    }
    for outcome in solved {
      for (township, gap) in outcome?.gaps ?? [] where coverage[township].planned == 0 {
        coverage[township].gap = gap
      }
    }
    return coverage
  }

  private func taskRemarks(_ tasks: [TeamRound.TaskOutcome]) -> [PlanRemark] {
    let standings = TaskStanding.joined(tasks.flatMap(\.standings))
    guard !standings.isEmpty else { return [] }
    let sum = PlanRemark.taskPlan(
      lines: standings.count, unmet: standings.count { $0.short > 0 },
      exchanged: tasks.reduce(0) { $0 + $1.exchanged },
      cost: tasks.reduce(0) { $0 + $1.cost })
    return [sum] + standings.filter { $0.short > 0 }.map(PlanRemark.taskShort)
  }

  private func remarks(
    on plan: Plan, _ solved: [TeamRound.Outcome?], _ overdue: Set<Int>
  ) -> [PlanRemark] {
    let facts = snapshot.facts
    var remarks: [PlanRemark] = []
    let unable = TeamForce(
      facts: facts, settings: settings, disruptions: disruptions, days: days,
      scope: PhaseScope(of: round)
    ).unable
    for (team, outcome) in solved.enumerated() {
      if outcome == nil, !unable.contains(team) {
        remarks.append(
          .unplanned(team: facts.teams[team].id, reason: "its places give no travel times"))
      }
      for moved in outcome?.movedTasks ?? [] {
        remarks.append(
          .taskMoved(
            target: targets.identifier(at: moved.target), to: moved.day?.description))
      }
    }
    if let verified = rechecks.remark(on: plan) { remarks.append(verified) }
    remarks += taskRemarks(solved.compactMap { $0?.tasks })
    if !overdue.isEmpty {
      let covered = overdue.count { plan.coverage[$0].gap == nil }
      remarks.append(.overdue(count: overdue.count, covered: covered))
    }
    if let earlier = context.earlier {
      let kept = PlanKeeping(earlier, plan, facts: facts)
      remarks.append(.kept(plan: earlier.id, stops: kept.kept, of: kept.remaining))
    }
    return remarks
  }
}
