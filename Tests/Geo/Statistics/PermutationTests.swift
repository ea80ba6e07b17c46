import Testing

@testable import Geo

@Suite struct PermutationTests {
  private func plain(
    _ values: [Double], _ weights: SpatialWeights, ranks: Bool, threads: Int = 1
  ) -> PermutationCounts {
    ConditionalPermutation.counts(
      values, weights, .sum, Permutations(499, seed: 3, threads: threads), ranksSums: ranks)
  }

  @Test(arguments: [true, false])
  func `ranking gives the counts of adding up`(isWhole: Bool) {
    let (xs, ys, reals) = RandomField.points(400, seed: 11)
    let values = isWhole ? RandomField.counts(400, seed: 11) : reals.map { $0 / 3 - 0.1 }
    for weights in [
      SpatialWeights(xs: xs, ys: ys, nearest: 5), SpatialWeights(xs: xs, ys: ys, band: 8),
    ] {
      #expect(plain(values, weights, ranks: true) == plain(values, weights, ranks: false))
    }
  }

  @Test(arguments: [true, false])
  func `following squared differences gives the counts of adding up`(isSmall: Bool) {
    let (xs, ys, reals) = RandomField.points(400, seed: 11)
    // Numbers too large for exact squares are added up in any case.
    let values = isSmall ? RandomField.counts(400, seed: 11).map { $0 / 10 - 0.3 } : reals
    // More than a piece holds, which begins anew.
    let cells = SpatialWeights(cells: (0..<9000).map { ($0 % 100, $0 / 100) }, .queen)
    for (values, weights) in [
      (values, SpatialWeights(xs: xs, ys: ys, nearest: 5)),
      (values, SpatialWeights(xs: xs, ys: ys, band: 8).standardised(.row)),
      (RandomField.counts(9000, seed: 2), cells),
    ] {
      let draws = Permutations(values.count > 400 ? 39 : 499, seed: 3)
      func counts(_ isFollowed: Bool) -> PermutationCounts {
        ConditionalPermutation.counts(
          values, weights, .squaredDifference, draws, ranksSums: isFollowed)
      }
      #expect(counts(true) == counts(false))
    }
  }

  /// Written apart from the code under test: doubles, no classes, the table alone is shared.
  @Test func `counts are those of the definition`() {
    let values = RandomField.counts(90, seed: 4)
    let weights = SpatialWeights(cells: (0..<90).map { ($0 % 10, $0 / 10) }, .queen)
    let table = PermutationTable(rows: 499, width: 8, others: 89, seed: 3)
    let counts = plain(values, weights, ranks: true)
    for feature in values.indices {
      let others = weights.others(of: feature)
      let without = values.indices.filter { $0 != feature }.map { values[$0] }
      let observed = others.reduce(0) { $0 + values[$1] }
      let sums = (0..<499).map { row in
        others.indices.reduce(0) { $0 + without[Int(table.entries[row * 8 + $1])] }
      }
      #expect(Int(counts.atLeast[feature]) == sums.count { $0 >= observed })
      #expect(Int(counts.atMost[feature]) == sums.count { $0 <= observed })
    }
  }

  /// Thirds and fifths of decimals would break ties by the order of adding.
  @Test func `ties of local Geary are ties`() throws {
    let values = RandomField.counts(90, seed: 4).map { $0 / 10 }
    let weights = SpatialWeights(cells: (0..<90).map { ($0 % 10, $0 / 10) }, .queen)
    let table = PermutationTable(rows: 499, width: 8, others: 89, seed: 3)
    let geary = LocalGeary.statistic(
      values.span, weights: weights.standardised(.row), permutations: .init(499, seed: 3))
    let counts = try #require(geary.permutations)
    let tenths = values.map { Int(($0 * 10).rounded()) }
    for feature in values.indices {
      func score(_ others: [Int]) -> Int {
        others.reduce(0) {
          $0 + (tenths[feature] - tenths[$1]) * (tenths[feature] - tenths[$1])
        }
      }
      let others = weights.others(of: feature)
      let without = values.indices.filter { $0 != feature }
      let scores = (0..<499).map { row in
        score(others.indices.map { without[Int(table.entries[row * 8 + $0])] })
      }
      #expect(Int(counts.atLeast[feature]) == scores.count { $0 >= score(others) })
      #expect(Int(counts.atMost[feature]) == scores.count { $0 <= score(others) })
    }
  }

  @Test func `the number of threads changes nothing`() {
    let (xs, ys, values) = RandomField.points(700, seed: 2)
    let band = SpatialWeights(xs: xs, ys: ys, band: 9)
    let kernel = SpatialWeights(xs: xs, ys: ys, kernel: .gaussian, bandwidth: 9)
    for weights in [band, kernel] {
      let one = plain(values, weights, ranks: true)
      #expect(one == plain(values, weights, ranks: true, threads: 2))
      #expect(one == plain(values, weights, ranks: true, threads: 5))
    }
    let other = ConditionalPermutation.counts(values, band, .sum, Permutations(499, seed: 4))
    #expect(other != plain(values, band, ranks: true))
  }

  @Test func `a draw repeats nobody and favours nobody`() {
    let table = PermutationTable(rows: 30_000, width: 4, others: 7, seed: 8)
    var seen = [Int](repeating: 0, count: 7)
    for row in 0..<table.rows {
      let drawn = table.entries[row * 4..<row * 4 + 4]
      #expect(Set(drawn).count == 4)
      seen[Int(drawn[row * 4 + 3])] += 1
    }
    // Binomial with p = 1/7: five standard deviations are 303.
    #expect(seen.allSatisfy { abs($0 - 30_000 / 7) < 303 })
  }

  @Test func `z is what permutations say, for each statistic`() throws {
    let (xs, ys, values) = RandomField.points(60, seed: 6)
    let weights = SpatialWeights(xs: xs, ys: ys, kernel: .triangular, bandwidth: 30)
      .withSelf(nil).standardised(.row)
    let many = Permutations(4000, seed: 5)
    let gi = GetisOrd.gi(values.span, weights: weights, permutations: many)
    let moran = LocalMoran.statistic(values.span, weights: weights, permutations: many)
    let geary = LocalGeary.statistic(values.span, weights: weights, permutations: many)
    for result in [gi, moran, geary] {
      let counts = try #require(result.permutations)
      for feature in values.indices {
        let normal = NormalDistribution.upperTail(result.z[feature])
        // Normal only nearly: some fifteen neighbours.
        #expect(abs(counts.upper(feature) - normal) < 0.06, "\(feature)")
      }
    }
    // Of I, z has the sign of the feature's own deviation beside that of Gi.
    let mean = values.reduce(0, +) / 60
    for feature in values.indices {
      let sign = values[feature] > mean ? 1.0 : -1.0
      #expect(agree(moran.z[feature], sign * gi.z[feature], 1e-9))
    }
  }
}
