import Testing

@testable import Inspection

@Suite struct InclusionProbabilityTests {
  /// `pips([1, 1, 1, 7], 2)` of Grafström's envisim_samplr: a third each, and certain.
  @Test func `units that exceed one are certain, and the rest is shared`() {
    let found = InclusionProbability.proportional(to: [1, 1, 1, 7], drawing: 2)
    for (value, expected) in zip(found, [1.0 / 3, 1.0 / 3, 1.0 / 3, 1]) {
      #expect(abs(value - expected) < 1e-15)
    }
  }

  @Test func `they add up, keep the order of sizes, and stay between 0 and 1`() {
    var random = DemoRandom(seed: 1, stream: "1")
    for _ in 0..<200 {
      let count = random.below(60) + 1
      let sizes = (0..<count).map { _ in random.unit() * random.unit() * random.unit() + 1e-6 }
      let drawn = random.below(count + 1)
      let found = InclusionProbability.proportional(to: sizes, drawing: Double(drawn))
      #expect(abs(found.reduce(0, +) - Double(drawn)) < 1e-9)
      #expect(found.allSatisfy { (0...1).contains($0) })
      for first in sizes.indices {
        for second in sizes.indices where sizes[first] > sizes[second] {
          #expect(found[first] >= found[second])
        }
      }
    }
  }
}
