import Routing
import Testing

@Suite struct OrienteeringProblemTests {
  private func problem(
    _ site: OrienteeringProblem.Site = .init(prize: 1), start: Int = 1, maxVisits: Int = 1,
    groupMinimum: [Int] = []
  ) throws(ProblemError) {
    _ = try OrienteeringProblem(
      sites: [site],
      shifts: [.init(start: start, end: 1, maxVisits: maxVisits, maxDuration: 10)],
      groupMinimum: groupMinimum, travel: TravelTimes(matrix: [0, 1, 1, 0], count: 2))
  }

  @Test func `faults are named with their place`() {
    #expect(throws: ProblemError.negativeService(site: 0, seconds: -1)) {
      try problem(.init(prize: 1, service: -1))
    }
    #expect(throws: ProblemError.group(site: 0, group: 0, groups: 0)) {
      try problem(.init(prize: 1, group: 0))
    }
    #expect(throws: ProblemError.depot(shift: 0, node: 2, nodes: 2)) { try problem(start: 2) }
    #expect(throws: ProblemError.capacity(shift: 0)) { try problem(maxVisits: -1) }
    #expect(throws: ProblemError.groupMinimum(group: 0, minimum: -1)) {
      try problem(groupMinimum: [-1])
    }
    #expect(ProblemError.capacity(shift: 3).description.contains("shift 3"))
  }

  @Test func `too few travel times are refused`() throws {
    let travel = try TravelTimes(matrix: [0], count: 1)
    #expect(throws: ProblemError.tooFewNodes(sites: 2, nodes: 1)) {
      try OrienteeringProblem(
        sites: [.init(prize: 1), .init(prize: 1)], shifts: [], travel: travel)
    }
  }
}
