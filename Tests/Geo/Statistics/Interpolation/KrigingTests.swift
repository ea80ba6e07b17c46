import Foundation
import Testing

@testable import Geo

@Suite struct KrigingTests {
  private let samples = Samples(
    xs: [0, 10, 25, 40, 5, 30, 18].map { $0 * 1000 },
    ys: [0, 30, 5, 22, 18, 38, 12].map { $0 * 1000 }, values: [60, 72, 55, 81, 66, 90, 58])

  /// What PyKrige 1.7.3 prints: `OrdinaryKriging(x, y, z, variogram_model=..., variogram_parameters=
  /// {"psill": 100, "range": 30000, "nugget": 5}).execute("points", ...)`, and the same without each
  /// sample in turn.
  @Test(arguments: [
    (
      Variogram.Model.exponential, [62.000788006759, 79.59728226597771, 60.0],
      [
        69.38626101869338, 70.199284482665, 67.37262089668909, 69.80758144512814,
        67.23222237044872, 68.77767991134891, 65.12332509749729,
      ]
    ),
    (
      .spherical, [59.72943550674246, 83.9531208591812, 59.999999999999986],
      [
        70.50096794167341, 71.17090641139353, 65.52890196090524, 71.1053297876296,
        66.37798021461268, 70.031393028302, 61.54764775124113,
      ]
    ),
  ])
  func `estimates are those of PyKrige, and leave-one-out ones too`(
    model: Variogram.Model, estimates: [Double], leftOut: [Double]
  ) throws {
    let variogram = Variogram(model: model, nugget: 5, partialSill: 100, range: 30_000)
    let kriging = try #require(OrdinaryKriging(samples, variogram))
    let found = kriging.estimates(xs: [12_000, 33_000, 0], ys: [10_000, 30_000, 0])
    for (mine, theirs) in zip(found, estimates) { #expect(abs(mine - theirs) < 1e-9) }
    for (mine, theirs) in zip(kriging.leaveOneOut(), leftOut) { #expect(abs(mine - theirs) < 1e-9) }
  }

  @Test func `two samples at one place, or one value for all, have no kriging`() {
    let twice = Samples(xs: [0, 0, 1], ys: [0, 0, 1], values: [1, 2, 3])
    let variogram = Variogram(model: .exponential, nugget: 0, partialSill: 1, range: 1)
    #expect(OrdinaryKriging(twice, variogram) == nil)
    let flat = Samples(xs: samples.xs, ys: samples.ys, values: [Double](repeating: 5, count: 7))
    #expect(VariogramFit(flat).variogram(.exponential) == nil)
  }

  @Test func `a variogram is found again in what it made`() throws {
    // Bins of a variogram without noise are on its curve: pairs of a line, one value a distance.
    var random = RandomPoints(seed: 3)
    let count = 400
    let xs = (0..<count).map { _ in 100_000 * random.uniform() }
    let ys = (0..<count).map { _ in 100_000 * random.uniform() }
    // Waves of many directions and lengths around 30 km are like a field of that range.
    let waves = (0..<60).map { _ in
      (
        angle: 2 * Double.pi * random.uniform(), length: 20_000 + 80_000 * random.uniform(),
        phase: 2 * Double.pi * random.uniform()
      )
    }
    let values = (0..<count).map { place in
      waves.reduce(0) { sum, wave in
        let way = (xs[place] * cos(wave.angle) + ys[place] * sin(wave.angle)) / wave.length
        return sum + sin(2 * .pi * way + wave.phase)
      } + random.normal()
    }
    let fit = VariogramFit(Samples(xs: xs, ys: ys, values: values))
    let variogram = try #require(fit.variogram(.spherical))
    let variance = 30.0
    #expect(variogram.nugget < 5)
    #expect(abs(variogram.nugget + variogram.partialSill - variance) < variance / 2)
    #expect(variogram.range > 8000 && variogram.range < 60_000)
    #expect(fit.variogram(.spherical) == variogram)
  }
}
