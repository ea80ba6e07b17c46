import Routing

/// Betters given routes one day after the other, keeping to the rules of each day.
///
/// A day is solved with its own stops and what no other day has; a stop of the earlier plan of that
/// day is worth the bonus for being kept. So a plan changes only where the change is worth it, and
/// never loses a township. Visits added by hand come first, then sites drawn by lot.
struct DayRepair {
  let problem: RoundProblem
  let settings: SolverSettings

  /// How many free sites a day may choose from: those of most worth for their time, and of most
  /// worth.
  private static let mostForTime = 60
  private static let mostOfWorth = 20

  /// Repairs some days, in their order.
  func run(_ given: [[Int]], days: [Int]) throws -> [[Int]] {
    var routes = freed(given)
    for day in days { routes[day] = try solve(day, routes) }
    return routes
  }

  /// The routes without what may not be there: closed sites of the first day, and visits added by
  /// hand on other days than theirs, which are put in on their own.
  private func freed(_ routes: [[Int]]) -> [[Int]] {
    var seen: Set<Int> = []
    return routes.enumerated().map { day, route in
      route.filter { site in
        if day == 0, problem.closed.contains(site) { return false }
        if let own = problem.tasks[site], own != day { return false }
        return seen.insert(site).inserted
      }
    }
  }

  private func solve(_ day: Int, _ routes: [[Int]]) throws -> [Int] {
    var elsewhere = Set<Int>()
    var met = Set<Int32>()
    for (other, route) in routes.enumerated() where other != day {
      for site in route {
        elsewhere.insert(site)
        met.insert(problem.groups[site])
      }
    }
    let wanted = choice(day, own: routes[day], elsewhere: elsewhere, met: met)
    let due = Set(problem.tasks.filter { $0.value <= day }.keys)
    let own = routes[day]
    var found = try solve(
      day, wanted, required: due.union(problem.drawn), met: met, startingFrom: own)
    if due.contains(where: { wanted.contains($0) && !found.contains($0) }) {
      found = try solve(day, wanted, required: due, met: met, startingFrom: own)
    }
    // The same stops the other way round, or in an order as long, are no reason to change a list.
    return Set(found) == Set(own) && problem.road(found) >= problem.road(own) ? own : found
  }

  private func solve(
    _ day: Int, _ wanted: Set<Int>, required: Set<Int>, met: Set<Int32>, startingFrom own: [Int]
  ) throws -> [Int] {
    let sites = problem.offered.indices.map { site in
      guard wanted.contains(site) else {
        return OrienteeringProblem.Site(prize: 0, service: problem.service)
      }
      let group = problem.groups[site]
      return OrienteeringProblem.Site(
        prize: problem.worth(site, on: day), service: problem.service,
        group: met.contains(group) ? -1 : group,
        required: required.contains(site))
    }
    let stated = try OrienteeringProblem(
      sites: sites, shifts: [problem.shift(day)],
      groupMinimum: problem.groupTownships.indices.map { met.contains(Int32($0)) ? 0 : 1 },
      travel: problem.travel)
    return Routing.solve(stated, settings: settings, startingFrom: [own]).routes[0]
  }

  /// The sites that a day chooses from.
  private func choice(
    _ day: Int, own: [Int], elsewhere: Set<Int>, met: Set<Int32>
  ) -> Set<Int> {
    var free: [Int] = []
    var wanted = Set(own)
    for site in problem.offered.indices
    where !elsewhere.contains(site) && !wanted.contains(site)
      && !(day == 0 && problem.closed.contains(site))
    {
      let group = problem.groups[site]
      let isDue = problem.tasks[site].map { $0 <= day } ?? false
      let isDrawn = problem.drawn.contains(site) && problem.tasks[site] == nil
      if isDue || isDrawn || (group >= 0 && !met.contains(group))
        || problem.urgent[day].contains(site)
      {
        wanted.insert(site)
      } else if problem.tasks[site] == nil {
        free.append(site)
      }
    }
    let near = own + [problem.base]
    let rated = free.map { site in
      let way = near.map { problem.travel.seconds(from: $0, to: site) }.min() ?? 0
      return (site, Double(problem.prizes[site]) / Double(problem.service + way + 1))
    }
    wanted.formUnion(
      rated.sorted { (-$0.1, $0.0) < (-$1.1, $1.0) }.prefix(Self.mostForTime).map(\.0))
    wanted.formUnion(
      free.sorted { (-problem.prizes[$0], $0) < (-problem.prizes[$1], $1) }
        .prefix(Self.mostOfWorth))
    return wanted
  }
}
