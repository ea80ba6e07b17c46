import Geo
import Testing

@Suite struct GammaPoissonTests {
  private static let counts: [Double] = [0, 3, 1, 7, 2, 12, 5, 0, 4, 9, 1, 2, 6, 3, 20, 0]
  private static let expected = [
    1.5, 2.0, 0.8, 3.9, 4.1, 6.0, 5.5, 2.2, 1.7, 4.4, 3.0, 2.6, 2.9, 3.3, 9.5, 0.7,
  ]

  /// By scipy 1.17: `optimize.minimize` of the negative binomial likelihood, `stats.gamma.ppf`.
  @Test func `the fit is that of scipy`() throws {
    let fit = try #require(GammaPoisson(counts: Self.counts, expected: Self.expected))
    #expect(abs(fit.shape - 6.418_802_669) < 1e-4)
    #expect(abs(fit.mean - 1.290_892_527) < 1e-6)
    #expect(abs(fit.logLikelihood - 68.334_034_683_192_41) < 1e-9)
    let first = try #require(fit.posterior(count: 0, expected: 1.5))
    #expect(abs(first.mean - 0.991_722_813_895) < 1e-5)
    #expect(abs(first.interval().lowerBound - 0.379_261_124_67) < 1e-5)
    #expect(abs(first.interval().upperBound - 1.893_395_548_87) < 1e-5)
    let large = try #require(fit.posterior(count: 20, expected: 9.5))
    #expect(abs(large.interval().lowerBound - 1.196_933_977_1) < 1e-5)
    #expect(abs(large.interval().upperBound - 2.584_524_341_2) < 1e-5)
  }

  @Test func `equal ratios leave nothing to differ, and all get the mean`() throws {
    let fit = try #require(GammaPoisson(counts: [2, 4, 8], expected: [1, 2, 4]))
    #expect(!fit.differs && fit.mean == 2 && fit.deviation == 0)
    #expect(fit.posterior(count: 2, expected: 1) == nil)
    #expect(fit.shrunk(count: 9, expected: 1) == 2)
  }

  @Test func `without a count, or without anything expected, there is no fit`() {
    #expect(GammaPoisson(counts: [0, 0], expected: [1, 2]) == nil)
    #expect(GammaPoisson(counts: [1, 2], expected: [0, 0]) == nil)
    #expect(GammaPoisson(counts: [], expected: []) == nil)
    #expect(GammaPoisson(counts: [1], expected: [1], shape: .infinity) == nil)
  }

  @Test func `a small lucky unit is drawn further than a large one`() throws {
    let fit = try #require(GammaPoisson(counts: Self.counts, expected: Self.expected))
    let small = fit.shrunk(count: 2, expected: 0.5)
    let large = fit.shrunk(count: 40, expected: 10)
    #expect(small < large && small > fit.mean && large < 4)
  }

  @Test func `no other shape or mean is likelier`() throws {
    let fit = try #require(GammaPoisson(counts: Self.counts, expected: Self.expected))
    for factor in [0.5, 0.9, 0.99, 1.01, 1.1, 2] {
      let other = try #require(
        GammaPoisson(
          counts: Self.counts, expected: Self.expected, shape: fit.shape * factor))
      #expect(other.logLikelihood < fit.logLikelihood)
    }
  }
}
