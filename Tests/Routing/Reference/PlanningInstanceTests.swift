import Routing
import Testing

@Suite(.enabled(if: ReferenceData.isThere, ReferenceData.absence)) struct PlanningInstanceTests {
  /// What a few hundred rounds reach; PyVRP's best after 120 s of processor time are 2014 (the
  /// bound) and 2076, a plain greedy plan is near 1400.
  @Test(arguments: [("county40_600_s0", 1980), ("county40_600_wide_s0", 1960)])
  func `every township is visited and few rounds come close to the best known`(
    name: String, prize: Int64
  ) throws {
    let problem = try PlanningInstance.read(name).problem()
    let solution = solve(problem, settings: SolverSettings(seed: 1, iterations: 250))
    #expect(PlanChecker(problem, solution).faults == [])
    #expect(solution.shortfalls.isEmpty)
    #expect(solution.prize >= prize)
  }

  @Test func `more townships than visits are covered as far as visits go`() throws {
    let problem = try PlanningInstance.read("over150_2000_1t_s0").problem()
    let solution = solve(problem, settings: SolverSettings(iterations: 0))
    #expect(PlanChecker(problem, solution).faults == [])
    #expect(solution.groupsMissing.count <= 60)
    #expect(solution.shortfalls.allSatisfy { $0.reason == .noTimeLeft })
  }
}
