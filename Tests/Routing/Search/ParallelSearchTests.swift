import Routing
import Testing

@Suite struct ParallelSearchTests {
  @Test func `several searches come to the same on any number of threads`() throws {
    var random = RandomProblem(77)
    let problem = try random.make(sites: 12, shifts: 2)
    let solutions = [1, 2, 7].map { threads in
      solve(problem, settings: SolverSettings(seed: 4, iterations: 76_000, threads: threads))
    }
    #expect(Set(solutions).count == 1)
    #expect(solutions[0].iterations == 76_000)
    #expect(PlanChecker(problem, solutions[0]).faults == [])
  }

  @Test func `processor time that is used up leaves the construction`() throws {
    var random = RandomProblem(78)
    let problem = try random.make(sites: 40, shifts: 3)
    let solution = solve(problem, settings: SolverSettings(iterations: .max, cpuSeconds: 0))
    let first = solve(problem, settings: SolverSettings(iterations: 0))
    #expect(solution.routes == first.routes && solution.iterations == 0)
  }
}
