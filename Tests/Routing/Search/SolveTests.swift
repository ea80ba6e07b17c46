import Routing
import Testing

@Suite struct SolveTests {
  @Test(arguments: 0..<60)
  func `solutions are feasible and say what they hold`(seed: Int) throws {
    var random = RandomProblem(seed)
    let problem = try random.make(sites: 5 + seed, shifts: 1 + seed % 5)
    let solution = solve(problem, settings: SolverSettings(seed: 7, iterations: 300))
    #expect(PlanChecker(problem, solution).faults == [])
  }

  @Test(arguments: 0..<40)
  func `searching collects what the best of all plans collects`(seed: Int) throws {
    var random = RandomProblem(1000 + seed)
    let problem = try random.make(sites: 3 + seed % 4, shifts: 1 + seed % 2)
    let solution = solve(problem, settings: SolverSettings(seed: 3, iterations: 1500))
    let optimum = ExhaustiveSearch(problem).best
    var found = Ranking(problem, solution.routes)
    found.travel = optimum.travel
    #expect(found == optimum)
    #expect(solution.bound >= optimum.prize)
  }

  @Test(arguments: 0..<20)
  func `searching never ends worse than the construction`(seed: Int) throws {
    var random = RandomProblem(2000 + seed)
    let problem = try random.make(sites: 60, shifts: 4)
    let first = solve(problem, settings: SolverSettings(iterations: 0))
    let last = solve(problem, settings: SolverSettings(seed: UInt64(seed), iterations: 100))
    #expect(!(Ranking(problem, last.routes) < Ranking(problem, first.routes)))
  }

  @Test(arguments: 0..<20)
  func `a plan to start from is kept or bettered`(seed: Int) throws {
    var random = RandomProblem(3000 + seed)
    let problem = try random.make(sites: 40, shifts: 4)
    let first = solve(problem, settings: SolverSettings(seed: 9, iterations: 400))
    let again = solve(
      problem, settings: SolverSettings(iterations: 0), startingFrom: first.routes)
    #expect(PlanChecker(problem, again).faults == [])
    #expect(!(Ranking(problem, again.routes) < Ranking(problem, first.routes)))
  }

  @Test func `a finer unit of prize leaves the plan as good`() throws {
    var random = RandomProblem(30)
    let problem = try random.make(sites: 80, shifts: 5)
    let fine = try OrienteeringProblem(
      sites: problem.sites.map { site in
        var site = site
        site.prize *= 1_000_000_000
        return site
      }, shifts: problem.shifts, groupMinimum: problem.groupMinimum, travel: problem.travel)
    let settings = SolverSettings(seed: 2, iterations: 2000)
    let coarse = solve(problem, settings: settings)
    let scaled = solve(fine, settings: settings)
    #expect(scaled.prize >= coarse.prize * 980_000_000)
    #expect(Double(scaled.travel) < 1.25 * Double(coarse.travel))
  }

  @Test func `the same seed gives the same solution on every thread`() async throws {
    var random = RandomProblem(5)
    let problem = try random.make(sites: 80, shifts: 5)
    let settings = SolverSettings(seed: 11, iterations: 500)
    let expected = solve(problem, settings: settings)
    await withTaskGroup(of: OrienteeringSolution.self) { group in
      for _ in 0..<4 { group.addTask { solve(problem, settings: settings) } }
      for await solution in group { #expect(solution == expected) }
    }
    #expect(expected.iterations == 500)
  }

  @Test func `an empty problem has an empty solution`() throws {
    let travel = try TravelTimes(matrix: [], count: 0)
    let problem = try OrienteeringProblem(sites: [], shifts: [], travel: travel)
    let solution = solve(problem)
    #expect(solution.routes.isEmpty && solution.prize == 0 && solution.bound == 0)
  }

  @Test func `shifts of no capacity stay empty and the rule says why`() throws {
    let travel = try TravelTimes(matrix: [0, 5, 5, 0], count: 2)
    let problem = try OrienteeringProblem(
      sites: [.init(prize: 3, required: true)],
      shifts: [.init(start: 1, end: 1, maxVisits: 0, maxDuration: 100)], travel: travel)
    let solution = solve(problem)
    #expect(solution.routes == [[]])
    #expect(solution.requiredMissing == [0])
  }

  @Test func `a site beyond a day's drive is named as out of reach`() throws {
    let travel = try TravelTimes(matrix: [0, 90, 60, 90, 0, 5, 60, 5, 0], count: 3)
    let problem = try OrienteeringProblem(
      sites: [.init(prize: 9, group: 0), .init(prize: 3)],
      shifts: [.init(start: 2, end: 2, maxVisits: 5, maxDuration: 100)], groupMinimum: [1],
      travel: travel)
    let solution = solve(problem)
    #expect(solution.routes == [[1]])
    #expect(solution.shortfalls.map(\.reason) == [.outOfReach])
    #expect(solution.bound == 3)
  }

  @Test func `a negative prize is collected only where a rule asks for it`() throws {
    let travel = try TravelTimes(matrix: [Int32](repeating: 0, count: 16), count: 4)
    let problem = try OrienteeringProblem(
      sites: [.init(prize: -5), .init(prize: -7, required: true), .init(prize: -1, group: 0)],
      shifts: [.init(start: 3, end: 3, maxVisits: 5, maxDuration: 100)], groupMinimum: [1],
      travel: travel)
    let solution = solve(problem)
    #expect(solution.routes.map { $0.sorted() } == [[1, 2]])
    #expect(solution.prize == -8 && solution.bound == -8)
  }

  @Test func `sites at one place are all visited`() throws {
    let travel = try TravelTimes(
      longitudes: [115, 115, 115, 115.1], latitudes: [38, 38, 38, 38], detour: 1.3, speedKMH: 45)
    let problem = try OrienteeringProblem(
      sites: [.init(prize: 1, service: 60), .init(prize: 1, service: 60), .init(prize: 1)],
      shifts: [.init(start: 3, end: 3, maxVisits: 5, maxDuration: 7200)], travel: travel)
    #expect(solve(problem).prize == 3)
  }

  @Test func `an unreachable pair is not driven`() throws {
    let no = TravelTimes.unreachable
    let travel = try TravelTimes(matrix: [0, no, 5, no, 0, 5, 5, 5, 0], count: 3)
    let problem = try OrienteeringProblem(
      sites: [.init(prize: 2), .init(prize: 1)],
      shifts: [.init(start: 2, end: 2, maxVisits: 5, maxDuration: .max)], travel: travel)
    let solution = solve(problem)
    #expect(solution.routes == [[0]])
  }
}
