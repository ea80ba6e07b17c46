import Testing

@testable import Geo

@Suite struct MannKendallTests {
  /// pymannkendall 1.4.3: `mk.original_test(series)`, its s, var_s, z, p and Tau.
  @Test func `scores, variances and p are those of pymannkendall`() {
    for (series, score, variance, z, p, tau) in [
      (
        [1.2, 3.4, 2.2, 5, 4.1, 6.3, 5.9, 7.7, 8.1, 7.9], 37, 125, 3.219937887599697,
        0.0012821837418053317, 0.8222222222222222
      ),
      (
        [0, 0, 1, 1, 1, 0, 2, 2, 1, 3, 3, 3], 43, 195.66666666666666, 3.0025542788790665,
        0.002677242257669521, 0.6515151515151515
      ),
      (
        [5, 4, 4, 3, 2, 2, 2, 1, 0, -1, -1, -3, -2], -71, 263, -4.316384911847452,
        1.5860531415334833e-05, -0.9102564102564102
      ),
      ([1, 1, 1, 1, 1], 0, 0, 0, 1, 0),
      ([3, 1, 2], -1, 3.6666666666666665, 0, 1, -0.3333333333333333),
    ] as [([Double], Int, Double, Double, Double, Double)] {
      let found = MannKendall(series)
      #expect(found.score == score)
      #expect(agree(found.variance, variance, 1e-14) && agree(found.z, z, 1e-14))
      // Theirs is 2 (1 - Φ), which loses the last digits of small p.
      #expect(abs(found.p - p) <= 4e-16 && agree(found.tau, tau, 1e-14))
    }
  }

  @Test func `gaps are passed over, and a turned series falls as much as it rose`() {
    let series = RandomField.counts(40, seed: 12)
    var gaps = series
    for place in [0, 7, 8, 30] { gaps.insert(.nan, at: place) }
    #expect(MannKendall(gaps) == MannKendall(series))
    let (found, turned) = (MannKendall(series), MannKendall(series.reversed()))
    #expect(found.score == -turned.score && found.z == -turned.z && found.p == turned.p)
    #expect(MannKendall([.nan, 4]).p.isNaN && MannKendall([]).z.isNaN)
  }

  @Test func `the variance is that of all orders, ties and all`() {
    let values = [1.0, 2, 2, 3, 5, 5]
    let orders = orders(of: values)
    let squares = orders.reduce(0) { $0 + MannKendall($1).score * MannKendall($1).score }
    #expect(agree(Double(squares) / Double(orders.count), MannKendall(values).variance, 1e-12))
  }
}
