import Testing

@testable import Geo

/// Against esda 2.9.0 on real data.
@Suite struct ReferenceStatisticsTests {
  @Test(ReferenceDataTests.whenThere, arguments: ExpectedStatistics.layers)
  func `neighbours by shared borders are those of PySAL`(layer: ExpectedStatistics) throws {
    let found = SpatialWeights(sharedBordersOf: try layer.areas(), layer.contiguity)
    let wanted = try ExpectedStatistics.weights(layer.name)
    #expect(found == wanted)
    #expect(found.isSymmetric)
  }

  @Test(ReferenceDataTests.whenThere, arguments: ExpectedStatistics.tables)
  func `z of Gi and local I equal those of esda`(name: String) throws {
    let table = try ExpectedStatistics.columns(name)
    let weights = try ExpectedStatistics.weights(name)
    let y = try ExpectedStatistics.column("y", of: table)
    let star = GetisOrd.giStar(y.span, weights: weights)
    let gi = GetisOrd.gi(y.span, weights: weights)
    let moran = LocalMoran.statistic(y.span, weights: weights.standardised(.row))
    let quadrants: [LocalAssociation.Quadrant] = [.highHigh, .lowHigh, .lowLow, .highLow]
    for (found, heading) in [(star.z, "Gstar_z"), (gi.z, "G_z"), (moran.statistic, "Ii")] {
      let wanted = try ExpectedStatistics.column(heading, of: table)
      for feature in y.indices {
        // The tables print twelve digits.
        #expect(agree(found[feature], wanted[feature], 1e-11), "\(heading) of \(feature)")
      }
    }
    let (counts, kinds) = (
      try ExpectedStatistics.column("nbrs", of: table),
      try ExpectedStatistics.column("quad", of: table)
    )
    for feature in y.indices {
      #expect(Double(gi.neighbours[feature]) == counts[feature])
      #expect(moran.quadrants[feature] == quadrants[Int(kinds[feature]) - 1])
    }
  }

  @Test(ReferenceDataTests.whenThere, arguments: ExpectedStatistics.tables)
  func `permutation p equals that of esda within chance`(name: String) throws {
    let table = try ExpectedStatistics.columns(name)
    let weights = try ExpectedStatistics.weights(name).standardised(.row)
    let y = try ExpectedStatistics.column("y", of: table)
    let wanted = try ExpectedStatistics.column("Ii_p_perm", of: table)
    let moran = LocalMoran.statistic(y.span, weights: weights, permutations: .init(9999, seed: 7))
    let counts = try #require(moran.permutations)
    var worst = 0.0
    for feature in y.indices {
      // esda's side: at least as high, or else strictly lower, whichever is rarer.
      let high = Double(counts.atLeast[feature])
      let p = (min(high, 9999 - high) + 1) / 10_000
      let deviation = (2 * wanted[feature] * (1 - wanted[feature]) / 9999).squareRoot()
      worst = max(worst, abs(p - wanted[feature]) / max(deviation, 1e-4))
    }
    // The largest of 154 normal deviates stays below 4.5 in 999 of 1,000 runs.
    #expect(worst < 4.5, "\(worst) standard errors")
  }

  /// Six points of esda's own tests, worked by hand there.
  @Test func `the hand example of Getis and Ord comes out`() {
    let xs = [10.0, 20, 40, 15, 30, 30]
    let ys = [10.0, 10, 10, 20, 20, 30]
    let y = [2.0, 3, 3.2, 5, 8, 7]
    let weights = SpatialWeights(xs: xs, ys: ys, band: 15)
    #expect(agree(GetisOrd.gi(y.span, weights: weights).z[0], -1.0136729, 1e-7))
    #expect(agree(GetisOrd.giStar(y.span, weights: weights).z[0], -1.39727626, 1e-8))
    let general = GeneralG.statistic(y.span, weights: weights)
    #expect(agree(general.statistic, 0.55709779, 1e-8))
    #expect(agree(general.oneSidedP, 0.172936, 1e-6))
    // Scaling a row changes nothing. esda's -0.62074534 for row-standardised Gi takes the sum of
    // weights for that of their squares: 1 for 1/2.
    let row = GetisOrd.gi(y.span, weights: weights.standardised(.row)).z[0]
    #expect(agree(row, -1.0136729, 1e-7))
    let (mean, others) = (26.2 / 5, 157.24 / 5)
    let theirs = (4 - mean) / ((others - mean * mean) * (5 * 1 - 1) / 4).squareRoot()
    #expect(agree(theirs, -0.62074534, 1e-7))
  }
}
