import Testing

@testable import Inspection

@Suite struct LowRanksTests {
  @Test func `only who is low more often than luck is flagged`() {
    let names = (0..<20).map { "T\($0 < 10 ? "0" : "")\($0)" }
    // T00 is last in six of eight weeks, the others in turn.
    let weeks = (0..<8).map { week -> [String] in
      let others = Array(names[1...])
      let turned = Array(others[week...] + others[..<week])
      return week < 6 ? turned + ["T00"] : ["T00"] + turned
    }
    let ranks = LowRanks(weeks: weeks, share: 0.1, falseAlarms: 0.01)
    #expect(ranks.units.filter(\.isFlagged).map(\.key) == ["T00"])
    #expect(ranks.units.first?.low == 6 && ranks.units.first?.weeks == 8)
    // P(at least 6 of 8 at 0.1) by the binomial sum: 28e-6 * 0.81 + 8e-7 * 0.9 + 1e-8.
    #expect(abs((ranks.units.first?.chance ?? 0) - 2.341e-5) < 1e-9)
    #expect(ranks.units.last?.chance == 1)
  }

  @Test func `a week of one unit says nothing`() {
    #expect(LowRanks(weeks: [["a"], []], share: 0.1, falseAlarms: 0.01).units.isEmpty)
  }
}
