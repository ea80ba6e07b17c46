import Geo
import Testing

@testable import Inspection

@Suite struct SurveyEstimateTests {
  @Test func `equal probabilities give the plain share`() {
    let units = (0..<40).map {
      SurveySample.Unit(
        isHit: $0 % 4 == 0, probability: 0.1, plane: Coordinate(Double($0), 0))
    }
    let found = SurveyEstimate(units, missing: [Double](repeating: 0.1, count: 10))
    #expect(abs(found.rate - 0.25) < 1e-12)
    // Ten of forty at a tenth each, and ten more draws nobody made.
    #expect(abs(found.total - 100 * 50 / 40) < 1e-9)
    #expect(found.missing == 10 && found.totalInterval.contains(125))
    #expect(found.totalInterval.lowerBound >= 10)
    #expect(found.interval.lowerBound > 0.1 && found.interval.upperBound < 0.45)
  }

  @Test func `no hit at all: the interval still ends above zero`() {
    let units = (0..<30).map {
      SurveySample.Unit(isHit: false, probability: 0.2, plane: Coordinate(Double($0), 1))
    }
    let found = SurveyEstimate(units)
    #expect(found.rate == 0)
    #expect(found.interval.lowerBound == 0)
    // 1 - 0.025^(1/30), Clopper and Pearson.
    #expect(abs(found.interval.upperBound - 0.115_703_308) < 1e-8)
    #expect(SurveyEstimate([]).rate.isNaN)
  }
}
