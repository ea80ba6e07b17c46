import Foundation
import Geo
import Testing

@Suite struct DensityBandwidthTests {
  private func normal(_ count: Int, _ seed: UInt64) throws -> WeightedPoints {
    var random = RandomPoints(seed: seed)
    return try WeightedPoints(
      xs: (0..<count).map { _ in 500 * random.normal() },
      ys: (0..<count).map { _ in 500 * random.normal() })
  }

  @Test func `Silverman's rule is his formula, widened as in his table`() throws {
    let points = try WeightedPoints(xs: [0, 2, 0, 2], ys: [0, 0, 4, 4])
    let spread = ((4.0 / 3 + 16.0 / 3) / 2).squareRoot()
    let rule = try #require(DensityBandwidth.silverman(points, kernel: .gaussian))
    #expect(abs(rule - spread * pow(4, -1.0 / 6)) < 1e-14)
    for (kernel, ratio) in [(DensityKernel.quartic, 2.78), (.epanechnikov, 2.40), (.uniform, 2)] {
      let other = try #require(DensityBandwidth.silverman(points, kernel: kernel))
      #expect(abs(other / rule - ratio) < 0.005)
    }
    let doubled = try WeightedPoints(xs: points.xs, ys: points.ys, weights: [2, 2, 2, 2])
    #expect(DensityBandwidth.silverman(doubled, kernel: .gaussian) == rule)
    let one = try WeightedPoints(xs: [3, 3], ys: [4, 4])
    #expect(DensityBandwidth.silverman(one, kernel: .quartic) == nil)
    #expect(DensityBandwidth.likelihood(one, kernel: .quartic) == nil)
  }

  /// The likelihood written out for a Gaussian.
  private func score(_ h: Double, _ points: WeightedPoints) -> Double {
    var total = 0.0
    for one in 0..<points.count {
      var sum = 0.0
      for other in 0..<points.count {
        let (dx, dy) = (points.xs[one] - points.xs[other], points.ys[one] - points.ys[other])
        let squared = dx * dx + dy * dy
        if squared > 0 { sum += exp(-squared / 2 / h / h) / h / h }
      }
      total += log(sum)
    }
    return total
  }

  @Test func `no other bandwidth foretells the points better`() throws {
    let points = try normal(120, 4)
    let best = try #require(DensityBandwidth.likelihood(points, kernel: .gaussian))
    let highest = score(best, points)
    for factor in [0.3, 0.5, 0.8, 0.95, 1.05, 1.25, 2] {
      #expect(score(best * factor, points) < highest)
    }
    let wide = try #require(DensityBandwidth.likelihood(points, kernel: .quartic))
    #expect(abs(wide / best - DensityKernel.quartic.bandwidthRatio) < 1e-12)
  }

  @Test func `repeated points do not draw the bandwidth to zero, nor does a sample move it much`()
    throws
  {
    let points = try normal(150, 9)
    let once = try #require(DensityBandwidth.likelihood(points, kernel: .gaussian))
    let twice = try WeightedPoints(xs: points.xs + points.xs, ys: points.ys + points.ys)
    let again = try #require(DensityBandwidth.likelihood(twice, kernel: .gaussian))
    #expect(abs(again / once - 1) < 0.01)
    let many = try normal(400, 2)
    let all = try #require(DensityBandwidth.likelihood(many, kernel: .gaussian, sample: 400))
    let some = try #require(DensityBandwidth.likelihood(many, kernel: .gaussian, sample: 130))
    #expect(abs(some / all - 1) < 0.3)
  }
}
