/// Plans the shifts of a problem: required sites first, then groups, then prize, then travel.
///
/// Construction and local search, then large neighbourhood search for `settings.iterations`
/// rounds. The same problem, settings and seed give the same solution on any number of threads.
public func solve(
  _ problem: OrienteeringProblem, settings: SolverSettings = SolverSettings()
) -> OrienteeringSolution {
  let reach = Reach(problem)
  let model = Model(problem, sites: reach.candidates)
  let weights = Weights(model)
  var schedule = Schedule(model)
  var construction = Construction(model, weights)
  construction.build(&schedule)
  var iterations = 0
  if settings.iterations > 0 {
    var search = NeighbourhoodSearch(model, weights, seed: settings.seed)
    iterations = search.run(&schedule, settings)
  }
  return report(problem, reach, schedule, iterations: iterations)
}

/// The solution that a schedule stands for, with what it could not do.
private func report(
  _ problem: OrienteeringProblem, _ reach: Reach, _ schedule: borrowing Schedule, iterations: Int
) -> OrienteeringSolution {
  let model = schedule.model
  var routes: [[Int]] = []
  for shift in 0..<model.shiftCount {
    let row = schedule.row(shift)
    routes.append((0..<Int(schedule.count[shift])).map { model.origin[Int(row[$0 + 1])] })
  }
  let shortfalls = reach.shortfalls(routes)
  let bound = CapacityBound(problem: problem, reachable: reach.reachable)
  return OrienteeringSolution(
    routes: routes, prize: schedule.tally.prize, travel: schedule.tally.drive,
    shortfalls: shortfalls,
    bound: bound.prize(shortfalls), iterations: iterations)
}
