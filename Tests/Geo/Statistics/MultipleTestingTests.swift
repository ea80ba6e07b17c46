import Testing

@testable import Geo

@Suite struct MultipleTestingTests {
  @Test func `what Benjamini and Hochberg reject is rejected`() {
    var p = RandomField.points(200, seed: 3).values.map { $0 * $0 * $0 }
    p[7] = .nan
    p[20] = p[21]
    let adjusted = MultipleTesting.fdr.adjusted(p)
    let tests = p.filter { !$0.isNaN }.sorted()
    for alpha in [0.01, 0.05, 0.1, 0.3] {
      // The largest k with p(k) <= k alpha / m, as the paper has it.
      let k = tests.indices.last { tests[$0] <= Double($0 + 1) / 199 * alpha }
      let limit = k.map { tests[$0] } ?? -1
      for index in p.indices where !p[index].isNaN {
        #expect((adjusted[index] <= alpha) == (p[index] <= limit))
      }
    }
    #expect(adjusted[7].isNaN)
    #expect(MultipleTesting.bonferroni.adjusted([0.01, .nan, 0.6])[0] == 0.02)
    #expect(MultipleTesting.none.adjusted([0.01, 0.6]) == [0.01, 0.6])
  }

  @Test func `too few permutations for a rate are told`() {
    #expect(
      MultipleTesting.fdr.doubt(smallest: 0.001, tests: 67_000, alpha: 0.05)
        == .rateOutOfReach(smallest: 0.001, tests: 67_000, needed: 1340))
    #expect(MultipleTesting.fdr.doubt(smallest: 0.001, tests: 49, alpha: 0.05) == nil)
    #expect(
      MultipleTesting.bonferroni.doubt(smallest: 0.001, tests: 100, alpha: 0.05)
        == .rateOutOfReach(smallest: 0.001, tests: 100, needed: 101))
  }

  @Test func `normal tails are those of tables`() {
    #expect(agree(NormalDistribution.twoSided(1.959963984540054), 0.05, 1e-15))
    #expect(abs(NormalDistribution.upperTail(10) / 7.61985302416053e-24 - 1) < 1e-12)
  }
}
