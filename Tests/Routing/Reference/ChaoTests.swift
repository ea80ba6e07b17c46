import Routing
import Testing

@Suite(.enabled(if: ReferenceData.isThere, ReferenceData.absence)) struct ChaoTests {
  @Test func `most proven optima are reached in few rounds, and none is exceeded`() throws {
    let rows = try ReferenceData.fields("orienteering/exact_optima_small.csv", separator: ",")
    var reached = 0
    var short: [String] = []
    for row in rows.dropFirst() {
      let optimum = try #require(Int64(row[1]))
      guard optimum > 0 else { continue }
      let instance = try ChaoInstance(row[0])
      let solution = solve(
        try instance.problem(), settings: SolverSettings(seed: 1, iterations: 60))
      let score = try #require(instance.score(solution.routes))
      #expect(score == solution.prize && score <= optimum && optimum <= solution.bound)
      if score == optimum { reached += 1 } else { short.append(row[0]) }
    }
    #expect(reached >= 62, "short of the optimum: \(short)")
  }
}
