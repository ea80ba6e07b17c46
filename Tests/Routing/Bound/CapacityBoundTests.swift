import Routing
import Testing

@Suite struct CapacityBoundTests {
  /// Small problems of every kind, most with time that binds: the bound must hold for the best of
  /// all plans, and may not be above the best visits of each group and the best of the rest.
  @Test(arguments: 0..<80)
  func `no plan collects more than the bound`(seed: Int) throws {
    var random = RandomProblem(6000 + seed)
    let problem = try random.make(sites: 2 + seed % 5, shifts: 1 + seed % 2)
    let solution = solve(problem, settings: SolverSettings(seed: 1, iterations: 50))
    let optimum = ExhaustiveSearch(problem).best
    let met =
      solution.requiredMissing.count == optimum.requiredMissing
      && Ranking(problem, solution.routes).groupVisitsMissing == optimum.groupVisitsMissing
    #expect(!met || solution.bound >= optimum.prize)
    let gains = problem.sites.map { max(0, $0.prize) }.sorted(by: >)
    let slots = problem.shifts.reduce(0) { $0 + $1.maxVisits }
    #expect(solution.bound <= gains.prefix(slots).reduce(0, +))
  }

  @Test(arguments: 0..<80)
  func `no plan collects more than walks that may come back`(seed: Int) throws {
    var random = RandomProblem(8000 + seed)
    let problem = try random.make(sites: 3 + seed % 4, shifts: 1 + seed % 2)
    var settings = SolverSettings(seed: 1, iterations: 1500)
    let plain = solve(problem, settings: settings)
    settings.boundSteps = 20
    let solution = solve(problem, settings: settings)
    let optimum = ExhaustiveSearch(problem).best
    #expect(solution.routes == plain.routes)
    #expect(optimum.prize <= solution.bound && solution.bound <= plain.bound)
  }

  @Test func `walks are tighter where tours are long`() throws {
    let travel = try TravelTimes(
      xs: (0..<50).map { Double($0 * 37 % 50) } + [25], ys: (0..<50).map { Double($0) } + [25],
      secondsPerUnit: 100)
    let problem = try OrienteeringProblem(
      sites: (0..<50).map { .init(prize: 1 + Int64($0 % 7)) },
      shifts: Array(
        repeating: .init(start: 50, end: 50, maxVisits: 50, maxDuration: 4000), count: 2),
      travel: travel)
    var settings = SolverSettings(iterations: 300)
    let plain = solve(problem, settings: settings)
    settings.boundSteps = 30
    let tight = solve(problem, settings: settings)
    #expect(tight.prize <= tight.bound && tight.bound < plain.bound)
  }

  @Test func `time that binds lowers the bound below the visits'`() throws {
    let count = 10
    let travel = try TravelTimes(
      xs: (0...count).map { Double($0 % count) * 10 }, ys: (0...count).map { Double($0 / count) },
      secondsPerUnit: 10)
    let problem = try OrienteeringProblem(
      sites: Array(repeating: .init(prize: 1), count: count),
      shifts: [.init(start: count, end: count, maxVisits: count, maxDuration: 520)], travel: travel)
    let solution = solve(problem, settings: SolverSettings(iterations: 200))
    #expect(solution.prize == 3)
    #expect(solution.bound < 7)
  }
}
