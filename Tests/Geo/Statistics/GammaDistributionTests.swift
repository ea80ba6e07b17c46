import Geo
import Testing

@Suite struct GammaDistributionTests {
  /// By scipy 1.17: `stats.gamma.cdf(x, shape, scale=1/rate)`.
  @Test(arguments: [
    (0.3, 2.0, 0.05, 0.545_912_849_591_796_5), (1.0, 1.0, 2.5, 0.917_915_001_376_101_2),
    (7.5, 3.0, 1.2, 0.048_139_707_795_171_3), (100, 50, 2.4, 0.972_136_260_109_479_3),
    (2.5, 0.5, 30, 0.999_985_251_418_961_6),
  ])
  func `the lower tail is that of scipy`(
    _ shape: Double, _ rate: Double, _ value: Double, _ expected: Double
  ) {
    let tail = GammaDistribution(shape: shape, rate: rate).lowerTail(value)
    #expect(abs(tail - expected) < 1e-12)
  }

  /// By scipy 1.17: `stats.gamma.ppf`.
  @Test(arguments: [
    (0.3, 2.0, 0.1, 0.000_161_862_310_911_716_35), (4.0, 4.0, 0.9, 1.670_195_767_063_966_2),
    (256, 256, 0.001, 0.817_932_926_486_153_6),
  ])
  func `the quantile is that of scipy`(
    _ shape: Double, _ rate: Double, _ chance: Double, _ expected: Double
  ) {
    let value = GammaDistribution(shape: shape, rate: rate).quantile(chance)
    #expect(abs(value / expected - 1) < 1e-9)
  }

  @Test func `ends and the inside fit together`() {
    let distribution = GammaDistribution(shape: 2.5, rate: 0.7)
    #expect(distribution.lowerTail(-1) == 0 && distribution.lowerTail(.infinity) == 1)
    #expect(distribution.quantile(0) == 0)
    for chance in [0.001, 0.2, 0.5, 0.93] {
      #expect(abs(distribution.lowerTail(distribution.quantile(chance)) - chance) < 1e-12)
    }
  }
}
