import Foundation
import Routing
import Testing

@Suite struct TravelTimesTests {
  @Test func `times on the sphere equal the haversine formula to the second`() throws {
    var random = RandomProblem(3)
    let lons = (0..<200).map { _ in 114 + Double(random.below(1_000_000)) / 400_000 }
    let lats = (0..<200).map { _ in 38 + Double(random.below(1_000_000)) / 400_000 }
    let times = try TravelTimes(longitudes: lons, latitudes: lats, detour: 1.3, speedKMH: 45)
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    for i in 0..<200 {
      for j in 0..<200 {
        let h =
          pow(sin(radians(lats[j] - lats[i]) / 2), 2)
          + cos(radians(lats[i])) * cos(radians(lats[j]))
          * pow(sin(radians(lons[j] - lons[i]) / 2), 2)
        let seconds = 2 * 6371.0088 * asin(h.squareRoot()) * 1.3 / 45 * 3600
        #expect(times.seconds(from: i, to: j) == Int32((seconds - 1e-9).rounded(.up)))
      }
    }
  }

  @Test func `a quarter of the globe takes a quarter of its circumference`() throws {
    let times = try TravelTimes(longitudes: [0, 90], latitudes: [0, 0], detour: 1, speedKMH: 3600)
    #expect(times.seconds(from: 0, to: 1) == Int32((6371.0088 * .pi / 2).rounded(.up)))
  }

  @Test func `times in the plane round up, and whole ones stay`() throws {
    let times = try TravelTimes(xs: [0, 3, 1], ys: [0, 4, 1], secondsPerUnit: 10)
    #expect(times.seconds(from: 0, to: 1) == 50)
    #expect(times.seconds(from: 0, to: 2) == 15)
  }

  @Test func `bad columns and matrices are refused`() {
    #expect(throws: ProblemError.matrixSize(found: 3, expected: 4)) {
      try TravelTimes(matrix: [0, 1, 1], count: 2)
    }
    #expect(throws: ProblemError.negativeTravel(from: 1, to: 0, seconds: -1)) {
      try TravelTimes(matrix: [0, 1, -1, 0], count: 2)
    }
    #expect(throws: ProblemError.coordinate(node: 1)) {
      try TravelTimes(longitudes: [0, .nan], latitudes: [0, 0], detour: 1, speedKMH: 1)
    }
    #expect(throws: ProblemError.columnLengths(first: 1, second: 2)) {
      try TravelTimes(xs: [0], ys: [0, 1], secondsPerUnit: 1)
    }
    #expect(throws: ProblemError.factor(name: "speedKMH", value: 0)) {
      try TravelTimes(longitudes: [0], latitudes: [0], detour: 1, speedKMH: 0)
    }
  }

  @Test(arguments: 0..<12)
  func `a function of times is planned as its matrix is`(seed: Int) throws {
    var random = RandomProblem(7000 + seed)
    let problem = try random.make(sites: 12, shifts: 2)
    let travel = problem.travel
    let asked = TravelTimes(count: travel.count) { travel.seconds(from: $0, to: $1) }
    let other = try OrienteeringProblem(
      sites: problem.sites, shifts: problem.shifts, groupMinimum: problem.groupMinimum,
      travel: asked)
    let settings = SolverSettings(seed: 2, iterations: 200)
    #expect(solve(other, settings: settings) == solve(problem, settings: settings))
    #expect(TravelTimes(count: 2) { _, _ in -3 }.seconds(from: 0, to: 1) == 0)
    #expect(TravelTimes(count: 2) { _, _ in .max }.seconds(from: 0, to: 1) == 1 << 29)
  }
}
