import Geo
import Testing

@Suite struct PoissonBinomialTests {
  /// All outcomes of all trials, one after the other.
  private func plain(
    _ trials: [Double], _ values: [(units: Int, chance: Double)]
  ) -> [Int: Double] {
    guard let first = trials.first else { return [0: 1] }
    var sums: [Int: Double] = [:]
    for (sum, chance) in plain(Array(trials.dropFirst()), values) {
      sums[sum, default: 0] += chance * (1 - first)
      for value in values {
        sums[sum + value.units, default: 0] += chance * first * value.chance
      }
    }
    return sums
  }

  @Test(arguments: 0..<40)
  func `sums have the chances of all outcomes counted`(number: Int) {
    var random = SystemlessRandom(seed: UInt64(number) + 1)
    let trials = (0..<(1 + number % 7)).map { _ in random.unit() }
    let values: [(units: Int, chance: Double)] =
      number.isMultiple(of: 2) ? [(1, 1)] : [(0, 0.2), (2, 0.5), (4, 0.3)]
    let limit = number % 9
    let sums = PoissonBinomial(of: trials, upTo: limit, values: values)
    let expected = plain(trials, values)
    for sum in 0...limit {
      #expect(abs(sums.chances[sum] - (expected[sum] ?? 0)) < 1e-14)
    }
    let below = expected.reduce(0) { $0 + ($1.key <= limit ? $1.value : 0) }
    #expect(abs((sums.cumulative.last ?? 0) - below) < 1e-14)
  }

  /// By scipy 1.17: `stats.binom.sf(2, 8, 0.1)` and `sf(0, 5, 0.2)`.
  @Test func `the binomial tail is that of scipy`() {
    #expect(abs(PoissonBinomial.upperTail(3, of: 8, chance: 0.1) - 0.038_091_79) < 1e-15)
    #expect(abs(PoissonBinomial.upperTail(1, of: 5, chance: 0.2) - 0.672_32) < 1e-15)
    #expect(PoissonBinomial.upperTail(0, of: 5, chance: 0.2) == 1)
    #expect(PoissonBinomial.upperTail(6, of: 5, chance: 0.2) == 0)
  }
}

/// A few numbers that are the same on every machine.
private struct SystemlessRandom {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }
  mutating func unit() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}
