import Testing

@testable import Geo

@Suite struct EmergingHotspotsTests {
  private static let cells = SpatialWeights(cells: (0..<64).map { ($0 % 8, $0 / 8) }, .queen)

  /// Twelve slices of counts, some missing.
  private static func cube(gaps: Bool = true) -> SpaceTimeCube {
    SpaceTimeCube(
      (0..<12).map { slice in
        var values = RandomField.counts(64, seed: UInt64(slice + 1))
        if gaps { values[slice * 5] = .nan }
        return values
      })
  }

  /// Gi* by its definition, over all pairs of bins, without the classes under test.
  private func slow(
    _ cube: SpaceTimeCube, _ weights: SpatialWeights, lags: Int,
    _ comparison: EmergingHotspots.Comparison
  ) -> [Double] {
    let bins = (0..<cube.slices).flatMap { slice in (0..<cube.features).map { (slice, $0) } }
    func x(_ bin: (Int, Int)) -> Double { cube.value(bin.1, bin.0) }
    return bins.map { here in
      guard x(here).isFinite else { return .nan }
      let reach = comparison == .slice ? 0 : lags
      let all = bins.filter { bin in
        x(bin).isFinite && (comparison == .cube || (here.0 - reach...here.0).contains(bin.0))
      }
      let n = Double(all.count)
      let mean = all.reduce(0) { $0 + x($1) } / n
      let deviation =
        (all.reduce(0) { $0 + x($1) * x($1) } / n - mean * mean).squareRoot()
      let w = all.map { bin -> Double in
        guard (here.0 - reach...here.0).contains(bin.0) else { return 0 }
        return bin.1 == here.1 ? 1 : weights.weight(here.1, bin.1)
      }
      let (sum, squares) = (w.reduce(0, +), w.reduce(0) { $0 + $1 * $1 })
      let lag = zip(w, all).reduce(0) { $0 + $1.0 * x($1.1) }
      return (lag - mean * sum)
        / (deviation * ((n * squares - sum * sum) / (n - 1)).squareRoot())
    }
  }

  @Test(arguments: EmergingHotspots.Comparison.allCases, [0, 1, 3])
  func `z is that of the definition`(comparison: EmergingHotspots.Comparison, lags: Int) {
    let (xs, ys, _) = RandomField.points(64, seed: 5)
    let kernel = SpatialWeights(xs: xs, ys: ys, kernel: .triangular, bandwidth: 20).withSelf(nil)
    for weights in [Self.cells, kernel] {
      let cube = Self.cube()
      let found = EmergingHotspots(
        cube, weights: weights, settings: .init(lags: lags, comparison: comparison))
      let wanted = slow(cube, weights, lags: lags, comparison)
      for bin in wanted.indices {
        #expect(
          wanted[bin].isNaN ? found.z[bin].isNaN : agree(found.z[bin], wanted[bin], 1e-11),
          "bin \(bin)")
      }
    }
  }

  @Test func `a slice compared with itself is Gi* of that slice`() {
    let cube = Self.cube(gaps: false)
    let found = EmergingHotspots(
      cube, weights: Self.cells, settings: .init(comparison: .slice))
    for slice in 0..<12 {
      let values = Array(cube.values[slice * 64..<(slice + 1) * 64])
      let star = GetisOrd.giStar(values.span, weights: Self.cells)
      for cell in 0..<64 { #expect(agree(found.z[slice * 64 + cell], star.z[cell], 1e-12)) }
    }
    #expect(found.doubts == [])
  }

  @Test func `corners that turn hot, cool and cold are classed`() {
    // Hot at 0 from the seventh slice on, at 7 up to the sixth, cold at 56 always, noise elsewhere.
    let cube = SpaceTimeCube(
      (0..<12).map { slice in
        var values = RandomField.counts(64, seed: UInt64(slice + 40)).map { 20 + min($0, 4) }
        for cell in [0, 1, 8, 9] where slice >= 6 { values[cell] = 60 }
        for cell in [6, 7, 14, 15] where slice < 6 { values[cell] = 60 }
        for cell in [48, 49, 56, 57] { values[cell] = 0 }
        return values
      })
    let found = EmergingHotspots(cube, weights: Self.cells)
    #expect(found.patterns[0] == .consecutiveHot)
    #expect(found.patterns[7] == .noPattern)
    #expect(found.slices[5 * 64 + 7] == .hot && found.slices[11 * 64 + 7] == .neither)
    #expect(found.patterns[56] == .persistentCold || found.patterns[56] == .intensifyingCold)
    #expect(found.trends[0].score > 0 && found.trends[0].p < 0.05)
    #expect(found.trends[7].score < 0)
  }

  @Test func `false discovery is corrected over the whole cube, trends are not`() {
    let cube = Self.cube()
    let found = EmergingHotspots(cube, weights: Self.cells)
    #expect(
      zip(found.adjusted, MultipleTesting.fdr.adjusted(found.p)).allSatisfy {
        $0 == $1 || ($0.isNaN && $1.isNaN)
      })
    let plain = EmergingHotspots(
      cube, weights: Self.cells, settings: .init(correction: .none))
    #expect(plain.slices.count { $0 != .neither } > found.slices.count { $0 != .neither })
    #expect(plain.trends == found.trends)
  }

  @Test func `what is doubtful is told, and nothing is classed without a neighbour or a value`() {
    let values = [[1, 2, .nan, 4], [2, .nan, .nan, 5]]
    let weights = SpatialWeights(rows: [[1, 2], [0], [0], []])
    let found = EmergingHotspots(SpaceTimeCube(values), weights: weights)
    #expect(
      found.doubts == [
        .fewSlices(2), .fewFeatures(4), .missingValues(3, features: 2), .islands(1),
      ])
    #expect(found.patterns[2] == nil && found.patterns[3] == nil && found.patterns[0] != nil)
    #expect(found.adjusted[3].isNaN && !found.z[3].isNaN)
    let equal = EmergingHotspots(
      SpaceTimeCube([[Double]](repeating: [Double](repeating: 0.1, count: 64), count: 10)),
      weights: Self.cells)
    #expect(equal.doubts == [.allEqual] && equal.z.allSatisfy { $0.isNaN })
    #expect(equal.patterns.allSatisfy { $0 == nil })
  }
}
