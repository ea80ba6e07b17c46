import CampaignData
import Geo

/// Plays a whole campaign on invented ground: week by week evidence comes in, a plan is made of what
/// is known by then, crews work it, and what they find becomes known.
///
/// A plan sees a snapshot as of the evening before and nothing else: the truth is read by the crews'
/// visits, the evidence and the figures alone. The same settings give the same campaign, whatever the
/// number of threads.
public struct CampaignSimulation: Sendable {
  private let settings: SimulationSettings
  private let days: ClosedRange<CalendarDate>
  private let calendar = CampaignData.rounds
  private var life: DemoLife
  private var record: SimulatedRecord
  private var learning = SimulatedLearning()
  private var ledger = SimulatedProblems()
  private var teamWeeks: TeamWeeks
  private var result = SimulatedCampaign()
  /// The plan in force, with what it was made of.
  private var planned: Planned?
  private var outcome: RoundOutcome?
  private var townships: Set<Int> = []
  private var foretold: (chances: [Double], outcomes: [Double]) = ([], [])

  private struct Planned: Sendable {
    var plan: Plan
    var snapshot: Snapshot
    var targets: TargetList
    var draw: RoundDraw?
  }

  /// Invents the ground and nine weeks before the first round.
  ///
  /// Throws `DemoError`, or what PROJ throws when its data is missing.
  public init(_ settings: SimulationSettings) throws {
    self.settings = settings
    guard let first = calendar.round(settings.rounds.lowerBound)?.firstDay,
      let last = calendar.round(settings.rounds.upperBound)?.lastDay
    else { throw DemoError.noRounds }
    days = (first - DemoLife.lead)...last
    life = try DemoLife(
      seed: settings.seed, cities: settings.cities, density: settings.density, days: days)
    record = SimulatedRecord(life.facts)
    teamWeeks = TeamWeeks(serviceMinutes: settings.plan.serviceMinutes)
    result.sites = life.facts.sites.count
    result.teams = life.facts.teams.count
  }

  /// Plays all weeks.
  ///
  /// - Parameter told: told each round as it ends; what it throws ends the campaign.
  /// - Throws: `PlanError`, `LogisticError`, or what PROJ throws.
  public mutating func run(
    _ told: (RoundOutcome) throws -> Void = { _ in }
  ) throws -> SimulatedCampaign {
    var monday = days.lowerBound
    while monday <= days.upperBound {
      let week = monday...min(monday + 6, days.upperBound)
      let round = calendar.containing(monday).flatMap {
        settings.rounds.contains($0.number) ? $0 : nil
      }
      let asOf = Moment(monday - 1, hour: 22, minute: 30)
      ledger.report(on: monday - 1, life: life, to: &record)
      let facts = record.facts(asOf: asOf)
      if let round { try plan(round, from: monday, asOf: asOf, facts: facts) }
      let verified = verified(from: monday)
      if let known = round != nil
        ? planned?.snapshot.facts
        : verified != nil ? facts.known(by: asOf) : nil
      {
        ledger.beginWeek(week, asOf: asOf, facts: known, verifying: verified)
      }
      life.advance(to: monday)
      record.add(try life.evidence(of: week))
      if let round {
        try work(week, of: round)
        if week.upperBound == round.lastDay { try told(end(round)) }
      } else {
        verifyBetweenRounds(week)
      }
      monday = monday + 7
    }
    result.rounds = result.rounds.map { round in
      var round = round
      round.verification = ledger.verifications[round.round.number]
      return round
    }
    result.reliability = ReliabilityBin.bins(
      chances: foretold.chances, outcomes: foretold.outcomes)
    return result
  }

  // MARK: Planning

  /// Plans a round, or what is left of it, by what is known on the evening before.
  private mutating func plan(
    _ round: CampaignRound, from monday: CalendarDate, asOf: Moment, facts: Facts
  ) throws {
    let snapshot = try Snapshot(asOf: asOf, facts: facts)
    let targets = try Targeting.targets(of: snapshot, weights: learning.weights)
    var settings = settings.plan
    if learning.weights.canonicalText != CampaignData.weights.canonicalText {
      settings.weightsHash = SHA256.hexadecimal(of: Array(learning.weights.canonicalText.utf8))
    }
    var context = PlanContext()
    let isFirst = monday == round.firstDay
    if !isFirst, let planned {
      context.earlier = EarlierPlan(planned.plan, facts: planned.snapshot.facts)
      context.draw = planned.draw
    }
    let plan =
      try isFirst
      ? Planner.planRound(
        round.number, snapshot: snapshot, targets: targets, settings: settings, context: context)
      : Planner.planDay(
        monday, snapshot: snapshot, targets: targets, settings: settings, context: context)
    if isFirst {
      begin(round, plan, snapshot)
      try compareEfforts(round, snapshot, targets, settings, context)
    }
    planned = Planned(
      plan: plan, snapshot: snapshot, targets: targets, draw: plan.draw ?? planned?.draw)
  }

  private mutating func begin(_ round: CampaignRound, _ plan: Plan, _ snapshot: Snapshot) {
    outcome = RoundOutcome(round)
    outcome?.teams = snapshot.facts.teams.count
    outcome?.townships = plan.coverage.count { $0.team != nil }
    outcome?.plannedTownships = plan.coverage.count { $0.team != nil && $0.gap == nil }
    outcome?.isLearned = !result.learned.isEmpty
    townships = []
    teamWeeks.beginRound()
    learning.beginRound()
  }

  private mutating func compareEfforts(
    _ round: CampaignRound, _ snapshot: Snapshot, _ targets: TargetList, _ settings: PlanSettings,
    _ context: PlanContext
  ) throws {
    guard let effort = self.settings.effort, effort.round == round.number else { return }
    var life = life
    life.advance(to: round.firstDay)
    for iterations in effort.iterations {
      var settings = settings
      settings.iterations = iterations
      let plan = try Planner.planRound(
        round.number, snapshot: snapshot, targets: targets, settings: settings, context: context)
      result.efforts.append(EffortOutcome(plan, iterations: iterations, life: life))
    }
  }

  // MARK: Work

  private mutating func work(_ week: ClosedRange<CalendarDate>, of round: CampaignRound) throws {
    guard let planned else { return }
    compareChoices(planned, week)
    let field = FieldWork(
      round: round.number, facts: planned.snapshot.facts,
      serviceMinutes: settings.plan.serviceMinutes, due: ledger.due)
    var visits: [SimulatedVisit] = []
    var driving: [String: Double] = [:]
    var day = week.lowerBound
    while day <= week.upperBound {
      life.advance(to: day)
      let lists = planned.plan.day(day)
      let done = field.work(lists, in: &life, visitCount: record.visitCount)
      outcome?.metres += done.metres
      outcome?.teamDays += lists.count { !$0.stops.isEmpty }
      take(done)
      visits += done.visits
      driving.merge(done.driving) { $0 + $1 }
      day = day + 1
    }
    count(visits)
    teamWeeks.add(visits, driving: driving)
    if settings.calibrateEvery != nil { learning.takeDown(visits, targets: planned.targets) }
  }

  /// Makes a day's findings known.
  private mutating func take(_ done: FieldWork.Day) {
    for visit in done.visits { record.add(visit.visit) }
    for (place, due) in done.found {
      ledger.add(
        due, of: done.visits[place].visit, kind: life.population.sites[due.site].kind,
        severity: done.visits[place].severity ?? "general", to: &record)
    }
    for (due, sight, moment) in done.rechecks {
      ledger.settle(due, sight, at: moment, in: &record)
    }
  }

  private mutating func count(_ visits: [SimulatedVisit]) {
    for one in visits {
      if one.township >= 0 { townships.insert(one.township) }
      guard !one.isRecheck else { continue }
      outcome?.visits += 1
      outcome?.expected += one.chance
      foretold.chances.append(one.chance)
      foretold.outcomes.append(one.isHit ? 1 : 0)
      if one.isHit { outcome?.problems += 1 }
      guard one.basis == .random else { continue }
      outcome?.drawn += 1
      if one.isHit { outcome?.drawnProblems += 1 }
    }
  }

  /// Adds what other ways of choosing would find in the week; a week counts by its part of the round.
  private mutating func compareChoices(_ planned: Planned, _ week: ClosedRange<CalendarDate>) {
    guard var outcome else { return }
    let visits = planned.plan.teamDays.reduce(0) {
      $0 + (week.contains($1.date) ? $1.stops.count : 0)
    }
    let probe = BaselineProbe(
      snapshot: planned.snapshot, targets: planned.targets, life: life
    ).run(visits: visits)
    let part = 7 / Double(outcome.round.length)
    outcome.baselines.random += part * probe.baselines.random
    outcome.baselines.hotCells += part * probe.baselines.hotCells
    outcome.baselines.highest += part * probe.baselines.highest
    outcome.baselines.highestTownships = max(
      outcome.baselines.highestTownships, probe.baselines.highestTownships)
    if week.lowerBound == outcome.round.firstDay { outcome.violating = probe.violating }
    self.outcome = outcome
  }

  /// Ends a round: its figures, and what is learned of it.
  private mutating func end(_ round: CampaignRound) throws -> RoundOutcome {
    guard var outcome else { throw PlanError.unknownRound(round.number) }
    outcome.visitedTownships = townships.count
    outcome.open = ledger.open
    outcome.stability = teamWeeks.stability { life.skill(of: $0, round: round.number) }
    result.rounds.append(outcome)
    let done = round.number - settings.rounds.lowerBound + 1
    if let every = settings.calibrateEvery, done % every == 0,
      round.number < settings.rounds.upperBound,
      try learning.learn()
    {
      result.learned.append(round.number)
    }
    return outcome
  }

  // MARK: Verification

  /// The second of the rounds whose verification begins on a day.
  private func verified(from monday: CalendarDate) -> Int? {
    calendar.all.first {
      $0.verificationFrom == monday && settings.rounds.contains($0.number)
    }?.number
  }

  /// Verifies in the week between two phases, as many a day as the teams would inspect: by whom the
  /// plan does not say.
  private mutating func verifyBetweenRounds(_ week: ClosedRange<CalendarDate>) {
    var rest = ledger.due.values.flatMap { $0 }.sorted { $0.id < $1.id }
    guard !rest.isEmpty, let planned, verified(from: week.lowerBound) != nil else { return }
    let capacity = planned.snapshot.facts.teams.count * settings.plan.dailyVisits
    var day = week.lowerBound
    while day <= week.upperBound {
      life.advance(to: day)
      let today = rest.filter { $0.from <= day }.prefix(capacity)
      for (number, due) in today.enumerated() {
        let sight = life.recheck(due.site, of: due.violation)
        let moment = Moment(day, hour: 9, minute: number % 480)
        ledger.settle(due, sight, at: moment, in: &record)
      }
      let done = Set(today.map(\.id))
      rest.removeAll { done.contains($0.id) }
      day = day + 1
    }
  }
}
