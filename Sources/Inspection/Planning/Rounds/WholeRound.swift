import Routing

/// All days of a team at once, as one problem of the solver.
struct WholeRound {
  let problem: RoundProblem
  let settings: SolverSettings

  /// Routes by day.
  ///
  /// Sites drawn by lot are required; a township that the last round left out is met by a required
  /// visit to its best site within reach, so that it comes before the others; visits added by hand
  /// come before both.
  func routes() throws -> [[Int]] {
    let drawn = problem.drawn.filter(problem.isReachable)
    let overdue = representatives()
    var routes = try solve(required: overdue.union(drawn))
    for rest in [overdue, []] where rest.count < overdue.union(drawn).count {
      let visited = Set(routes.joined())
      guard problem.tasks.keys.contains(where: { !visited.contains($0) }) else { break }
      let other = try solve(required: rest)
      if RoundStanding(routes, of: problem) < RoundStanding(other, of: problem) { routes = other }
    }
    return routes
  }

  private func solve(required: Set<Int>) throws -> [[Int]] {
    let kept = Set(problem.earlier.joined())
    let sites = problem.offered.indices.map { site in
      OrienteeringProblem.Site(
        prize: problem.prizes[site] + (kept.contains(site) ? problem.keeping : 0),
        service: problem.service, group: problem.groups[site],
        required: required.contains(site) || problem.tasks[site] != nil)
    }
    let stated = try OrienteeringProblem(
      sites: sites, shifts: problem.dates.indices.map(problem.shift),
      groupMinimum: [Int](repeating: 1, count: problem.groupTownships.count),
      travel: problem.travel)
    return Routing.solve(stated, settings: settings, startingFrom: problem.start).routes
  }

  private func representatives() -> Set<Int> {
    var best: [Int32: Int] = [:]
    for site in problem.offered.indices {
      let group = problem.groups[site]
      guard problem.overdue.contains(group), problem.isReachable(site) else { continue }
      if best[group].map({ problem.prizes[site] > problem.prizes[$0] }) ?? true {
        best[group] = site
      }
    }
    return Set(best.values)
  }
}
