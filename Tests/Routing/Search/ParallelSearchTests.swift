import Testing

@testable import Routing

@Suite struct ParallelSearchTests {
  @Test func `several searches come to the same on any number of threads`() throws {
    let travel = try TravelTimes(
      xs: (0...300).map { Double($0 * 37 % 101) }, ys: (0...300).map { Double($0 * $0 % 97) },
      secondsPerUnit: 10)
    let problem = try OrienteeringProblem(
      sites: (0..<300).map { .init(prize: 1 + Int64($0 * 29 % 31)) },
      shifts: Array(
        repeating: .init(start: 300, end: 300, maxVisits: 40, maxDuration: 2500), count: 3),
      travel: travel)
    let model = Model(problem, sites: Reach(problem).candidates)
    let weights = Weights(model)
    let found = [1, 2, 7].map { threads in
      var schedule = Schedule(model)
      var construction = Construction(model, weights)
      construction.build(&schedule)
      let settings = SolverSettings(seed: 4, iterations: 803, threads: threads)
      let search = ParallelSearch(model, weights, settings, roundsPerSearch: 100)
      let rounds = search.run(&schedule, since: ProcessorClock())
      #expect(rounds == 803)
      return schedule.routes
    }
    #expect(found[0] == found[1] && found[1] == found[2])
  }

  @Test func `processor time that is used up leaves the construction`() throws {
    var random = RandomProblem(78)
    let problem = try random.make(sites: 40, shifts: 3)
    let solution = solve(problem, settings: SolverSettings(iterations: .max, cpuSeconds: 0))
    let first = solve(problem, settings: SolverSettings(iterations: 0))
    #expect(solution.routes == first.routes && solution.iterations == 0)
  }
}
