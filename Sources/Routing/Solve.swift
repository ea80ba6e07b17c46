/// Plans the shifts of a problem: required sites first, then groups, then prize, then travel.
///
/// Construction and local search, then large neighbourhood search for `settings.iterations`
/// rounds. The same problem, settings and seed give the same solution on any number of threads.
/// Of very many sites only the most promising are considered (``OrienteeringSolution/considered``).
/// - Parameter routes: An earlier plan to start from, sites by shift; what no longer fits is left
///   out. The solution is never worse than what remains of it.
public func solve(
  _ problem: OrienteeringProblem, settings: SolverSettings = SolverSettings(),
  startingFrom routes: [[Int]] = []
) -> OrienteeringSolution {
  let clock = ProcessorClock()
  let reach = Reach(problem)
  let candidates = Thinning(problem).most(of: reach.candidates)
  let model = Model(problem, sites: candidates)
  let weights = Weights(model)
  var schedule = Schedule(model)
  var construction = Construction(model, weights)
  construction.build(&schedule)
  if !routes.isEmpty {
    var adopted = Schedule(model)
    construction.adopt(renumber(routes, candidates), &adopted)
    if adopted.tally.isBetter(than: schedule.tally) { schedule.copy(adopted) }
  }
  let walks = walkBound(model, settings, reached: schedule.tally.prize, since: clock)
  var iterations = 0
  if settings.iterations > 0 {
    iterations = ParallelSearch(model, weights, settings).run(&schedule, since: clock)
  }
  var solution = report(problem, reach, schedule, iterations: iterations)
  if model.siteCount == reach.candidates.count { solution.bound = min(solution.bound, walks) }
  return solution
}

/// The bound of relaxed walks, before the search, whose time it is taken from.
private func walkBound(
  _ model: Model, _ settings: SolverSettings, reached: Int64, since clock: ProcessorClock
) -> Int64 {
  guard settings.boundSteps > 0, let walks = WalkBound(model) else { return .max }
  let bound = walks.lowest(steps: settings.boundSteps, reached: reached) {
    settings.cpuSeconds.map { clock.seconds < $0 / 10 } ?? true
  }
  return CapacityBound.whole(bound)
}

/// Routes of a problem in the numbers of a model; sites that it leaves out are dropped.
private func renumber(_ routes: [[Int]], _ candidates: [Int]) -> [[Int32]] {
  let number = Dictionary(
    uniqueKeysWithValues: candidates.enumerated().map { ($1, Int32($0)) })
  return routes.map { $0.compactMap { number[$0] } }
}

/// The solution that a schedule stands for, with what it could not do.
private func report(
  _ problem: OrienteeringProblem, _ reach: Reach, _ schedule: borrowing Schedule, iterations: Int
) -> OrienteeringSolution {
  let model = schedule.model
  let routes = schedule.routes.map { $0.map { model.origin[Int($0)] } }
  let shortfalls = reach.shortfalls(routes)
  let isWhole = model.siteCount == reach.candidates.count
  let bound = CapacityBound(
    problem: problem, reachable: isWhole ? reach.candidates : reach.reachable,
    time: isWhole ? TimeNeed(model, sites: problem.sites.count) : nil)
  return OrienteeringSolution(
    routes: routes, prize: schedule.tally.prize, travel: schedule.tally.drive,
    shortfalls: shortfalls, bound: bound.prize(shortfalls), iterations: iterations,
    considered: model.siteCount)
}
