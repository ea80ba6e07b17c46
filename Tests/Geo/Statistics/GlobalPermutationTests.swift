import Testing

@testable import Geo

@Suite struct GlobalPermutationTests {
  private static let rows = SpatialWeights(
    rows: [[1, 2], [0], [3], [4, 0], [3]], weights: [[1, 0.5], [2], [1], [1, 1], [0.5]])

  /// Five values have 120 orders, of which many permutations draw each as often.
  @Test func `p is the share of all orders that are as high`() throws {
    let values = [1.0, 2, 4, 7, 11]
    let orders = orders(of: values)
    for statistic in [Moran.statistic, Geary.statistic, GeneralG.statistic] {
      let found = statistic(values.span, Self.rows, Permutations(19_999, seed: 3))
      let counts = try #require(found.permutations)
      let all = orders.map { statistic($0.span, Self.rows, nil).statistic }
      let high = Double(all.count { $0 >= found.statistic - 1e-9 }) / 120
      let low = Double(all.count { $0 <= found.statistic + 1e-9 }) / 120
      // Five binomial standard deviations.
      #expect(abs(counts.upper(0) - high) < 5 * (0.25 / 19_999).squareRoot())
      #expect(abs(counts.lower(0) - low) < 5 * (0.25 / 19_999).squareRoot())
      #expect(found.permutedOneSided == min(counts.upper(0), counts.lower(0)))
    }
  }

  @Test func `threads change nothing, seeds do`() {
    let values = RandomField.counts(100, seed: 1)
    let weights = SpatialWeights(cells: (0..<100).map { ($0 % 10, $0 / 10) }, .queen)
    func counts(_ seed: UInt64, _ threads: Int) -> PermutationCounts? {
      Moran.statistic(
        values.span, weights: weights, permutations: .init(501, seed: seed, threads: threads)
      ).permutations
    }
    #expect(counts(1, 1) == counts(1, 2) && counts(1, 1) == counts(1, 7))
    #expect(counts(1, 1) != counts(2, 1))
    #expect(counts(1, 1)?.permutations == 501)
  }

  @Test func `sums that differ by rounding alone tie`() throws {
    // Two values only: the number of like pairs decides, whatever the order of adding.
    let values = (0..<36).map { $0 % 7 == 0 ? 0.3 : 0.1 }
    let weights = SpatialWeights(cells: (0..<36).map { ($0 % 6, $0 / 6) }, .rook)
    let moran = Moran.statistic(values.span, weights: weights, permutations: .init(999))
    let geary = Geary.statistic(values.span, weights: weights, permutations: .init(999))
    let (i, c) = (try #require(moran.permutations), try #require(geary.permutations))
    #expect(i.atLeast[0] + i.atMost[0] > 1050, "no ties")
    let ones = values.map { $0 > 0.2 ? 1.0 : 0 }
    let whole = Geary.statistic(ones.span, weights: weights, permutations: .init(999))
    #expect(whole.permutations == c)
  }

  @Test func `equal values and layers without neighbours have no p`() {
    let equal = Moran.statistic(
      [2, 2, 2, 2, 2].span, weights: Self.rows, permutations: .init(99))
    #expect(equal.permutations == nil && equal.permutedTwoSided == nil)
    let alone = Moran.statistic(
      [1, 2].span, weights: SpatialWeights(rows: [[], []]), permutations: .init(99))
    #expect(alone.permutations == nil)
  }

  /// esda 2.9.0, `numpy.random.seed(1)`, 99,999 permutations each in this order: `Moran(y, w)`,
  /// `Geary(y, w)`, then `G(y, w)` with `w.transform = 'b'`; of columbus CRIME, then sids2 SIDR79.
  @Test(
    ReferenceDataTests.whenThere,
    arguments: [
      (
        "columbus_CRIME_queen", [0.5001885571828611, 0.5405282027020684, 0.12780745738195434],
        [5.58938267504451, -4.7430615005044645, 4.638150931985434], [1e-5, 2e-5, 1e-5]
      ),
      (
        "sids2_SIDR79_queen", [0.14275039217887642, 0.8194757295524016, 0.052864418764197424],
        [2.362530726678683, -2.5448841558115833, 1.497004902862407], [0.01259, 0.00742, 0.07152]
      ),
    ] as [(String, [Double], [Double], [Double])])
  func `statistics, z and p are those of esda`(
    name: String, values: [Double], z: [Double], p: [Double]
  ) throws {
    let y = try ExpectedStatistics.column("y", of: ExpectedStatistics.columns(name))
    let binary = try ExpectedStatistics.weights(name)
    let rows = binary.standardised(.row)
    let draws = Permutations(9999, seed: 11)
    let found = [
      Moran.statistic(y.span, weights: rows, permutations: draws),
      Geary.statistic(y.span, weights: rows, permutations: draws),
      GeneralG.statistic(y.span, weights: binary, permutations: draws),
    ]
    for (place, result) in found.enumerated() {
      // The table prints twelve digits of y.
      #expect(agree(result.statistic, values[place], 1e-11))
      #expect(agree(result.z, z[place], 1e-9), "\(name) \(place): \(result.z)")
      let error = (p[place] * (1 - p[place]) / 9999).squareRoot()
      let mine = try #require(result.permutedOneSided)
      #expect(abs(mine - p[place]) < 5 * error + 1e-4, "\(name) \(place): \(mine)")
    }
  }
}
