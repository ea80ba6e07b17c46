import Geo
import Testing

@testable import Inspection

@Suite struct SurveyEstimateTests {
  @Test func `equal probabilities give the plain share`() {
    let units = (0..<40).map {
      SurveyEstimate.Unit(
        isHit: $0 % 4 == 0, probability: 0.1, plane: Coordinate(Double($0), 0))
    }
    let found = SurveyEstimate(units, missing: 10)
    #expect(abs(found.rate - 0.25) < 1e-12)
    // Ten of forty at a tenth each, and ten more draws nobody made.
    #expect(abs(found.total - 100 * 50 / 40) < 1e-9)
    #expect(found.interval.lowerBound > 0.1 && found.interval.upperBound < 0.45)
  }

  @Test func `no hit at all: the interval still ends above zero`() {
    let units = (0..<30).map {
      SurveyEstimate.Unit(isHit: false, probability: 0.2, plane: Coordinate(Double($0), 1))
    }
    let found = SurveyEstimate(units)
    #expect(found.rate == 0)
    #expect(found.interval.lowerBound == 0)
    // 1 - 0.025^(1/30), Clopper and Pearson.
    #expect(abs(found.interval.upperBound - 0.115_703_308) < 1e-8)
    #expect(SurveyEstimate([]).rate.isNaN)
  }

  /// 300 draws of a known truth: the estimate is unbiased, and the interval holds it in 95 of a
  /// hundred, give or take three standard errors (1.26 each).
  @Test func `the interval holds the truth as often as it says`() {
    var random = DemoRandom(seed: 5, stream: "1")
    var teams: [(plane: [Coordinate], probabilities: [Double], hits: [Bool])] = []
    for team in 0..<6 {
      let plane = (0..<200).map { _ in
        Coordinate(random.unit() * 50e3 + Double(team) * 60e3, random.unit() * 50e3)
      }
      let sizes = plane.map { _ in 0.02 + random.unit() * random.unit() * 0.3 }
      // What is found goes with size and place, as it does where risk is worth anything.
      let hits = zip(sizes, plane).map { size, place in
        random.unit() < min(0.9, size * (place.y > 25e3 ? 1.6 : 0.6))
      }
      teams.append(
        (plane, InclusionProbability.proportional(to: sizes, drawing: 30), hits))
    }
    let truth =
      Double(teams.reduce(0) { $0 + $1.hits.count { $0 } }) / Double(teams.count * 200)
    let runs = 300
    var held = 0
    var sum = 0.0
    for run in 0..<runs {
      var units: [SurveyEstimate.Unit] = []
      for (number, team) in teams.enumerated() {
        var tickets = DemoRandom(seed: UInt64(run), stream: "tickets", number: number)
        let drawn = CorrelatedPoissonSampling.draw(
          probabilities: team.probabilities, tickets: team.plane.map { _ in tickets.unit() },
          plane: team.plane, order: Array(team.plane.indices))
        units += drawn.map {
          SurveyEstimate.Unit(
            isHit: team.hits[$0], probability: team.probabilities[$0], plane: team.plane[$0])
        }
      }
      let found = SurveyEstimate(units)
      sum += found.rate
      if found.interval.contains(truth) { held += 1 }
    }
    #expect((0.912...0.988).contains(Double(held) / Double(runs)), "\(held) of \(runs)")
    #expect(abs(sum / Double(runs) - truth) < 0.004, "\(sum / Double(runs)), \(truth)")
  }
}
