import CampaignData
import Routing

/// Chooses what a team verifies on which day of verification.
///
/// Verification alone is put to the solver first: as many due targets as a share of each day's visits
/// allows, so those near each other, and among as many the most overdue; what the day's other visits
/// need is left to them. What is due only within the week is added to the days from then on. The choice then binds the plan of all days, as visits added by hand do.
struct TeamRechecks {
  let orders: TeamOrders
  let settings: PlanSettings
  let seed: UInt64

  /// What verifying one more target is worth: no tie-break outweighs it.
  private static let one: Int64 = 1 << 20

  /// Requires the chosen targets on their days.
  func require(in problem: inout RoundProblem) throws {
    let firsts = firstDays(problem)
    guard !firsts.isEmpty else { return }
    let days = problem.dates.indices.filter { orders.verificationDays.contains(problem.dates[$0]) }
    let kept = days.map { day in
      problem.earlier[day].filter { (firsts[$0] ?? Int.max) <= day }
    }
    var routes = [[Int]](repeating: [], count: days.count)
    for first in Set(firsts.values).sorted() {
      let stage = days.indices.filter { days[$0] >= first }
      let start = stage.map { day in routes[day] + kept[day].filter { firsts[$0] == first } }
      let settled = Set(routes.joined())
      let open = firsts.filter { $0.value <= first && !settled.contains($0.key) }
      let found = try solve(
        problem, open: Set(open.keys), required: Set(stage.flatMap { routes[$0] }),
        days: stage.map { days[$0] }, startingFrom: start)
      let best =
        Set(found.joined()) == Set(start.joined())
        ? start : dealt(found, start, stage.map { problem.limits[days[$0]] })
      for (day, route) in zip(stage, best) { routes[day] = route }
    }
    problem.verifying = [[Int]](repeating: [], count: problem.dates.count)
    for (day, route) in zip(days, routes) {
      problem.verifying[day] = route
      for site in route { problem.tasks[site] = day }
    }
  }

  /// For every site with something to verify: the first day, by place in the problem's days, on which
  /// it can be. Sites drawn by lot or added by hand are visited anyway.
  private func firstDays(_ problem: RoundProblem) -> [Int: Int] {
    var firsts: [Int: Int] = [:]
    for (site, target) in problem.offered.enumerated() {
      guard problem.tasks[site] == nil, !problem.drawn.contains(site),
        let first = orders.rechecks[target]?.firstDay,
        let day = problem.dates.firstIndex(of: first)
      else { continue }
      firsts[site] = day
    }
    return firsts
  }

  private func solve(
    _ problem: RoundProblem, open: Set<Int>, required: Set<Int>, days: [Int],
    startingFrom start: [[Int]]
  ) throws -> [[Int]] {
    let sites = problem.offered.indices.map { site in
      OrienteeringProblem.Site(
        prize: open.contains(site) || required.contains(site)
          ? prize(problem.offered[site], problem.dates[days[0]]) : 0,
        service: problem.service, required: required.contains(site))
    }
    let shifts = days.map { day in
      let visits = visits(problem.limits[day])
      let others = Int32(clamping: problem.limits[day] - visits) * problem.service
      return OrienteeringProblem.Shift(
        start: problem.base, end: problem.base, maxVisits: visits,
        maxDuration: max(0, problem.longestDay - others))
    }
    let stated = try OrienteeringProblem(sites: sites, shifts: shifts, travel: problem.travel)
    let effort = SolverSettings(seed: seed, iterations: settings.iterations / 4)
    return Routing.solve(stated, settings: effort, startingFrom: start).routes
  }

  /// The most verifications of a day with so many visits.
  private func visits(_ limit: Int) -> Int {
    Int((settings.rechecks.share * Double(limit)).rounded())
  }

  /// One for each thing to verify there, and a little for each day that it has been due.
  private func prize(_ target: Int, _ day: CalendarDate) -> Int64 {
    (orders.rechecks[target]?.all ?? []).reduce(0) { sum, due in
      sum + Self.one + Int64(min(max(0, day - due.dueFrom), 1000))
    }
  }

  /// Deals the routes out anew among days of as many visits: those that have most in common with what
  /// a day had before come first.
  private func dealt(_ routes: [[Int]], _ before: [[Int]], _ limits: [Int]) -> [[Int]] {
    let sets = before.map(Set.init)
    func common(_ route: Int, _ day: Int) -> Int {
      routes[route].count { sets[day].contains($0) }
    }
    let most = routes.indices.map { route in routes.indices.map { common(route, $0) }.max() ?? 0 }
    var dealt = routes
    var free = Set(routes.indices)
    for route in routes.indices.sorted(by: { (-most[$0], $0) < (-most[$1], $1) }) {
      let day = free.filter { limits[$0] == limits[route] }.min {
        (-common(route, $0), $0) < (-common(route, $1), $1)
      }
      guard let day else { continue }
      dealt[day] = routes[route]
      free.remove(day)
    }
    return dealt
  }
}
