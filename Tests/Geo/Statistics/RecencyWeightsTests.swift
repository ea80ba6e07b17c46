import Testing

@testable import Geo

@Suite struct RecencyWeightsTests {
  @Test func `a point counts half after each half-life`() {
    let recency = RecencyWeights(halfLife: 30)
    #expect(recency.weight(age: 0) == 1)
    #expect(recency.weight(age: 30) == 0.5)
    #expect(recency.weight(age: 90) == 0.125)
  }

  @Test(arguments: [0.5, 7, 30, 1e6])
  func `days count what points on each of them would`(halfLife: Double) {
    let recency = RecencyWeights(halfLife: halfLife)
    for count in [1, 2, 90, 1000] {
      let sum = (0..<count).reduce(0) { $0 + recency.weight(age: Double($1)) }
      #expect(abs(recency.days(count) / sum - 1) < 1e-12)
    }
  }
}
