import Geo
import Testing

@Suite struct RankCorrelationTests {
  @Test func `equal values share the mean rank`() {
    #expect(RankCorrelation.ranks([3, 1, 3, 2]) == [3.5, 1, 3.5, 2])
    #expect(RankCorrelation.ranks([]) == [])
  }

  /// By scipy 1.17: `stats.spearmanr`.
  @Test func `the correlation is that of scipy, ties included`() {
    let value = RankCorrelation.spearman([3, 1, 4, 1, 5, 9, 2, 6], [2, 7, 1, 8, 2, 8, 1, 8])
    #expect(abs(value - 0.198_853_681_209_924_67) < 1e-14)
    #expect(RankCorrelation.spearman([1, 2, 3], [10, 20, 99]) == 1)
    #expect(RankCorrelation.spearman([1, 2, 3], [3, 2, 1]) == -1)
    #expect(RankCorrelation.spearman([1, 2, 3], [5, 5, 5]).isNaN)
  }
}
