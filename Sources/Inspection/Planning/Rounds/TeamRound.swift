import CampaignData
import Geo
import Routing

/// One team's part of a plan: its problem put to the solver, and the solution put into days.
struct TeamRound {
  let team: Int
  let round: CampaignRound
  let days: ClosedRange<CalendarDate>
  /// Its townships, ascending.
  let townships: [Int]
  /// Indices of the targets that it may visit, ascending.
  let candidates: [Int]
  let targets: TargetList
  let facts: Facts
  let settings: PlanSettings
  /// For every township of the campaign: visits in this round so far.
  let visitsInRound: [Int]
  /// Townships that the last round left out.
  let overdue: Set<Int>
  /// What holds for this team beside the facts.
  let orders: TeamOrders
  /// What the task plan asks for; none without one.
  let quotas: [TaskQuota]
  /// For every target: the probability with which the round's draw takes it; 0: none is known.
  let inclusion: [Double]
  /// Who knows driving times; nil for straight lines.
  let roads: (any RoadNetwork)?

  /// What the solver found.
  struct Outcome {
    var days: [TeamDay]
    var gaps: [(township: Int, gap: CoverageGap)]
    /// Targets added by hand that are not on their day, with the day they are on.
    var movedTasks: [(target: Int, day: CalendarDate?)]
    /// How far the task plan is met.
    var tasks: TaskOutcome
  }

  /// Solves it.
  func solve() throws -> Outcome {
    var problem = try problem()
    try TeamRechecks(orders: orders, settings: settings, seed: seed).require(in: &problem)
    let tasks = meetTasks(try routes(problem), problem)
    let routes = tasks.routes
    let timetable = Timetable(
      team: team, teamID: facts.teams[team].id, round: round.number, base: facts.teams[team].base,
      offered: problem.offered, targets: targets, travel: problem.travel,
      timesSource: problem.timesSource, settings: settings,
      newTownships: Set(problem.groupTownships), tasks: orders.notes,
      asked: tasks.reasons, rechecks: orders.rechecks, drawn: orders.drawn, inclusion: inclusion)
    return Outcome(
      days: timetable.days(routes: routes, dates: problem.dates),
      gaps: gaps(routes, problem), movedTasks: movedTasks(routes, problem),
      tasks: tasks)
  }

  /// The better of two: all days anew, starting from the earlier plan; and the earlier plan with
  /// every day bettered by itself.
  private func routes(_ problem: RoundProblem) throws -> [[Int]] {
    let solver = SolverSettings(seed: seed, iterations: settings.iterations)
    let hasEarlier = problem.earlier.contains { !$0.isEmpty }
    var fresh = try WholeRound(problem: problem, settings: solver).routes()
    let ordering = DayOrdering(problem: problem)
    if !problem.verifying.isEmpty {
      fresh = ordering.nearest(to: problem.verifying, fresh)
    } else if hasEarlier && problem.keeping > 0 {
      fresh = ordering.nearest(to: problem.earlier, fresh)
    } else {
      fresh = ordering.earliestFirst(fresh)
    }
    guard hasEarlier || problem.hasRulesOfDays else { return fresh }

    let all = Array(problem.dates.indices)
    let daily = SolverSettings(
      seed: seed, iterations: settings.iterations / max(1, problem.dates.count))
    let repair = DayRepair(problem: problem, settings: daily)
    let special = problem.hasRulesOfDays ? all : []
    fresh = try repair.run(fresh, days: special)
    guard hasEarlier else { return fresh }
    let kept = try repair.run(problem.earlier, days: all)
    return RoundStanding(kept, of: problem) < RoundStanding(fresh, of: problem) ? fresh : kept
  }

  private var dates: [CalendarDate] {
    (0...(days.upperBound - days.lowerBound)).map { days.lowerBound + $0 }
  }

  /// Each team draws from a stream of its own, so that one team's change leaves the others' plans.
  private var seed: UInt64 {
    facts.teams[team].id.utf8.reduce(settings.seed ^ 0xcbf2_9ce4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
  }

  private func visits(on date: CalendarDate) -> Int {
    orders.lostDays.contains(date)
      ? 0 : settings.visits(of: facts.teams[team], on: date, in: round)
  }

  func problem() throws -> RoundProblem {
    let offered = offer()
    let dates = dates
    let groups = townships.filter { visitsInRound[$0] == 0 }
    var groupOfTownship: [Int: Int32] = [:]
    for (group, township) in groups.enumerated() { groupOfTownship[township] = Int32(group) }
    var site: [Int: Int] = [:]
    for (number, index) in offered.enumerated() { site[index] = number }
    let base = facts.teams[team].base
    let (travel, source) = try travelTimes(offered.map { targets.positions[$0] } + [base])
    return RoundProblem(
      offered: offered, dates: dates, limits: dates.map(visits(on:)),
      longestDay: Int32(settings.dayHours * 3600),
      service: Int32(settings.serviceMinutes * 60),
      prizes: offered.map { Int64((targets.chances[$0] * RoundProblem.prizeScale).rounded()) },
      groups: offered.map { groupOfTownship[Int(targets.townships[$0])] ?? -1 },
      groupTownships: groups,
      overdue: Set(groups.indices.filter { overdue.contains(groups[$0]) }.map { Int32($0) }),
      tasks: tasks(site, dates), drawn: Set(orders.drawn.compactMap { site[$0] }),
      closed: Set(orders.closed.compactMap { site[$0] }),
      urgent: dates.map { date in Set((orders.urgent[date] ?? []).compactMap { site[$0] }) },
      earlier: dates.map { date in (orders.earlier[date] ?? []).compactMap { site[$0] } },
      keeping: Int64((settings.stability * RoundProblem.prizeScale).rounded()), travel: travel,
      timesSource: source)
  }

  /// Times between places by road where they are known, else along straight lines.
  private func travelTimes(
    _ places: [Coordinate]
  ) throws -> (times: TravelTimes, source: String) {
    if let roads, let times = roads.drivingTimes(team: facts.teams[team].id, places: places) {
      return (try TravelTimes(matrix: times.seconds, count: times.count), roads.name)
    }
    let straight = try TravelTimes(
      longitudes: places.map(\.x), latitudes: places.map(\.y), detour: settings.detour,
      speedKMH: settings.speedKMH)
    return (straight, "straight")
  }

  private func tasks(_ site: [Int: Int], _ dates: [CalendarDate]) -> [Int: Int] {
    var tasks: [Int: Int] = [:]
    for (target, date) in orders.tasks {
      guard let number = site[target] else { continue }
      tasks[number] = min(max(0, date - days.lowerBound), dates.count - 1)
    }
    return tasks
  }

  /// The targets put to the solver, ascending.
  ///
  /// Of each township the best few, of all the best, four times what the visits allow, and what the
  /// earlier plan, tasks, the draw and warnings name.
  private func offer() -> [Int] {
    let capacity = dates.reduce(0) { $0 + visits(on: $1) }
    let byChance = candidates.sorted {
      (-targets.chances[$0], $0) < (-targets.chances[$1], $1)
    }
    var taken = Set(byChance.prefix(4 * capacity))
    var ofTownship: [Int32: Int] = [:]
    for index in byChance where ofTownship[targets.townships[index], default: 0] < 4 {
      ofTownship[targets.townships[index], default: 0] += 1
      taken.insert(index)
    }
    let mayVisit = Set(candidates)
    taken.formUnion(orders.earlier.values.joined().filter(mayVisit.contains))
    taken.formUnion(orders.tasks.keys.filter(mayVisit.contains))
    taken.formUnion(orders.rechecks.keys)
    taken.formUnion(orders.drawn)
    taken.formUnion(offeredForTasks(byChance, capacity: capacity))
    let first = orders.urgent.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let urgent = byChance.filter(first.contains)
    taken.formUnion(urgent.prefix(4 * capacity))
    return taken.sorted()
  }

  private func gaps(
    _ routes: [[Int]], _ problem: RoundProblem
  ) -> [(township: Int, gap: CoverageGap)] {
    var isMet = [Bool](repeating: false, count: problem.groupTownships.count)
    var isNear = isMet
    for site in routes.joined() where problem.groups[site] >= 0 {
      isMet[Int(problem.groups[site])] = true
    }
    for site in problem.offered.indices where problem.groups[site] >= 0 {
      if problem.isReachable(site) { isNear[Int(problem.groups[site])] = true }
    }
    return problem.groupTownships.indices.filter { !isMet[$0] }.map { group in
      (problem.groupTownships[group], isNear[group] ? .capacity : .tooFar)
    }
  }

  private func movedTasks(
    _ routes: [[Int]], _ problem: RoundProblem
  ) -> [(target: Int, day: CalendarDate?)] {
    problem.tasks.sorted { $0.key < $1.key }.compactMap { site, day in
      guard orders.notes[problem.offered[site]] != nil, !routes[day].contains(site) else {
        return nil
      }
      let other = routes.firstIndex { $0.contains(site) }
      return (problem.offered[site], other.map { problem.dates[$0] })
    }
  }
}
