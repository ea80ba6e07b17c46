import Testing

@testable import Geo

@Suite struct LocalStatisticsTests {
  private let cells = SpatialWeights(cells: (0..<100).map { ($0 % 10, $0 / 10) }, .queen)

  @Test func `expectation and variance are those of all draws of neighbours`() {
    // Six features, two neighbours: all twenty ordered draws can be written down.
    let values = [3.0, 1, 4, 1, 5, 9]
    let weights = SpatialWeights(
      rows: [[1, 2], [], [], [], [], []], weights: [[0.7, 0.3], [], [], [], [], []])
    let mean = 23.0 / 6
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    var sums: [Double] = []
    var differences: [Double] = []
    for a in 1...5 {
      for b in 1...5 where a != b {
        sums.append(0.7 * values[a] + 0.3 * values[b])
        let (c, d) = (values[0] - values[a], values[0] - values[b])
        differences.append((0.7 * c * c + 0.3 * d * d) / (squares / 6))
      }
    }
    func moments(_ draws: [Double]) -> (Double, Double) {
      let mean = draws.reduce(0, +) / 20
      return (mean, draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20)
    }
    let gi = GetisOrd.gi(values.span, weights: weights)
    let sum = moments(sums.map { $0 / 20 })
    #expect(agree(gi.expectation[0], sum.0, 1e-12) && agree(gi.variance[0], sum.1, 1e-12))
    let moran = LocalMoran.statistic(values.span, weights: weights)
    let product = moments(sums.map { (3 - mean) * ($0 - mean) / (squares / 5) })
    #expect(agree(moran.expectation[0], product.0, 1e-12))
    #expect(agree(moran.variance[0], product.1, 1e-12))
    let geary = LocalGeary.statistic(values.span, weights: weights)
    let square = moments(differences)
    #expect(agree(geary.expectation[0], square.0, 1e-12))
    #expect(agree(geary.variance[0], square.1, 1e-12))
  }

  @Test func `a hot corner is hot, a cold one cold`() {
    var values = RandomField.counts(100, seed: 1).map { 10 + min($0, 3) }
    for cell in [0, 1, 10, 11] { values[cell] = 30 }
    for cell in [88, 89, 98, 99] { values[cell] = 0 }
    let star = GetisOrd.giStar(values.span, weights: cells)
    #expect(HotspotBin.bin(z: star.z[0], p: star.p[0]) == 3)
    #expect(HotspotBin.bin(z: star.z[99], p: star.p[99]) == -3)
    #expect(star.quadrants[0] == .highHigh && star.quadrants[99] == .lowLow)
  }

  @Test func `missing values and islands take no part, and are told`() {
    var values = RandomField.counts(100, seed: 1)
    values[5] = .nan
    values[57] = .infinity
    let kept = (0..<100).filter { $0 != 5 && $0 != 57 }
    let whole = GetisOrd.gi(values.span, weights: cells, permutations: .init(99))
    let left = kept.map { values[$0] }
    let part = GetisOrd.gi(left.span, weights: cells.among(kept), permutations: .init(99))
    #expect(kept.map { whole.z[$0] } == part.z)
    #expect(whole.z[5].isNaN && whole.p[57].isNaN)
    #expect(whole.permutedTwoSided?[5].isNaN == true)
    #expect(whole.doubts == [.missingValues(2)])
    let lonely = SpatialWeights(rows: [[1], [0], []])
    let few = LocalMoran.statistic([1, 2, 4].span, weights: lonely)
    #expect(few.doubts == [.fewFeatures(3), .islands(1)])
    #expect(few.z[2].isNaN && few.quadrants[2] == nil)
  }

  @Test func `equal values give no z, not a false one`() {
    let values = [Double](repeating: 0.1, count: 100)
    for result in [
      GetisOrd.gi(values.span, weights: cells), GetisOrd.giStar(values.span, weights: cells),
      LocalMoran.statistic(values.span, weights: cells),
      LocalGeary.statistic(values.span, weights: cells),
    ] {
      #expect(result.z.allSatisfy { $0.isNaN })
      #expect(result.doubts == [.allEqual])
    }
  }

  @Test func `global moments are those of all placements`() {
    // All 120 orders of five values.
    let values = [1.0, 2, 4, 7, 11]
    let weights = SpatialWeights(
      rows: [[1, 2], [0], [3], [4, 0], [3]], weights: [[1, 0.5], [2], [1], [1, 1], [0.5]])
    let orders = orders(of: values)
    for statistic in [Moran.statistic, Geary.statistic, GeneralG.statistic] {
      let found = statistic(values.span, weights, nil)
      let all = orders.map { statistic($0.span, weights, nil).statistic }
      let mean = all.reduce(0, +) / 120
      let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 120
      #expect(agree(found.expectation, mean, 1e-12))
      #expect(agree(found.variance, variance, 1e-12))
    }
  }
}
