import Routing

/// All days of a team at once, as one problem of the solver.
struct WholeRound {
  let problem: RoundProblem
  let settings: SolverSettings

  /// Routes by day.
  ///
  /// A township that the last round left out is met by a required visit to its best site within
  /// reach, so that it comes before the others; visits added by hand come before both.
  func routes() throws -> [[Int]] {
    let overdue = representatives()
    let routes = try solve(required: overdue)
    guard !overdue.isEmpty, problem.tasks.keys.contains(where: { !routes.joined().contains($0) })
    else { return routes }
    return try solve(required: [])
  }

  private func solve(required overdue: Set<Int>) throws -> [[Int]] {
    let kept = Set(problem.earlier.joined())
    let sites = problem.offered.indices.map { site in
      OrienteeringProblem.Site(
        prize: problem.prizes[site] + (kept.contains(site) ? problem.keeping : 0),
        service: problem.service, group: problem.groups[site],
        required: overdue.contains(site) || problem.tasks[site] != nil)
    }
    let stated = try OrienteeringProblem(
      sites: sites, shifts: problem.dates.indices.map(problem.shift),
      groupMinimum: [Int](repeating: 1, count: problem.groupTownships.count),
      travel: problem.travel)
    return Routing.solve(stated, settings: settings, startingFrom: problem.earlier).routes
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
