import Testing

@testable import Inspection

@Suite struct DrawProbabilitiesTests {
  private func sizes(_ count: Int, _ random: inout DemoRandom) -> [Double] {
    (0..<count).map { _ in 0.03 + random.unit() * random.unit() }
  }

  @Test func `without sites known only locally they are in proportion to risk`() {
    var random = DemoRandom(seed: 1, stream: "1")
    let sizes = sizes(80, &random)
    let found = DrawProbabilities(independent: sizes, local: [], drawing: 12, localShare: 0.1)
    #expect(found.independent == InclusionProbability.proportional(to: sizes, drawing: 12))
    #expect(found.local.isEmpty)
  }

  @Test func `whatever localities add, others keep all but the local share`() {
    var random = DemoRandom(seed: 2, stream: "1")
    for _ in 0..<300 {
      let own = sizes(random.below(120) + 1, &random)
      let count = random.below(40) + 1
      let share = random.unit()
      let alone = DrawProbabilities(independent: own, local: [], drawing: count, localShare: share)
      let local = sizes(random.below(400), &random)
      let all = DrawProbabilities(
        independent: own, local: local, drawing: count, localShare: share)
      for (before, after) in zip(alone.independent, all.independent) {
        #expect(after >= (1 - share) * before * (1 - 1e-12) && after <= before && after >= 0)
      }
      let taken = all.local.reduce(0, +)
      #expect(taken <= share * Double(count) + 1e-9)
      #expect(all.local.allSatisfy { $0 > 0 && $0 <= 1 })
      let expected = all.independent.reduce(0, +) + taken
      if own.count >= count { #expect(abs(expected - Double(count)) < 1e-9) }
    }
  }

  @Test func `sites known only locally come up like others up to their share`() {
    let found = DrawProbabilities(
      independent: [Double](repeating: 0.2, count: 95), local: [0.2, 0.2, 0.2, 0.2, 0.2],
      drawing: 20, localShare: 0.1)
    for value in found.independent + found.local { #expect(abs(value - 0.2) < 1e-12) }
  }
}
