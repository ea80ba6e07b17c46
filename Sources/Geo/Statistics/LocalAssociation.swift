/// A local statistic of every feature, in columns; NaN where a feature takes no part or its
/// neighbours do not vary.
public struct LocalAssociation: Sendable {
  /// The statistic itself.
  public var statistic: [Double]
  /// What it is on average if neighbours are drawn at random from all other features.
  public var expectation: [Double]
  /// Its variance then.
  public var variance: [Double]
  /// (statistic - expectation) / square root of the variance.
  public var z: [Double]
  /// The two-sided normal p of z.
  public var p: [Double]
  /// How many neighbours each feature has, itself not counted.
  public var neighbours: [Int32]
  /// Whether a feature and its neighbours lie above or below the mean; nil where there is no z.
  public var quadrants: [Quadrant?]
  /// The permutations, if any were asked for.
  public var permutations: PermutationCounts?
  /// What makes the result hard to trust.
  public var doubts: [StatisticDoubt]

  /// A feature and the mean of its neighbours, each against the mean of all.
  public enum Quadrant: String, Sendable, CaseIterable {
    /// High among high.
    case highHigh = "HH"
    /// Low among high.
    case lowHigh = "LH"
    /// Low among low.
    case lowLow = "LL"
    /// High among low.
    case highLow = "HL"
  }

  /// The two-sided p of the permutations; nil without any.
  public var permutedTwoSided: [Double]? {
    permutations.map { counts in
      z.indices.map { z[$0].isNaN ? .nan : counts.twoSided($0) }
    }
  }

  /// The smaller tail of the permutations; nil without any.
  public var permutedOneSided: [Double]? {
    permutations.map { counts in
      z.indices.map { z[$0].isNaN ? .nan : counts.oneSided($0) }
    }
  }
}

/// The local statistic of one feature, before it becomes columns.
struct LocalRow {
  var statistic = Double.nan
  var expectation = Double.nan
  var variance = Double.nan
  var neighbours: Int32 = 0
  var quadrant: LocalAssociation.Quadrant?
}

extension LocalAssociation {
  init(_ rows: [LocalRow], _ permutations: PermutationCounts?, of sample: LocalSample) {
    let z = rows.map { row in
      row.variance > 0 ? (row.statistic - row.expectation) / row.variance.squareRoot() : .nan
    }
    statistic = sample.spread(rows.map(\.statistic), else: .nan)
    expectation = sample.spread(rows.map(\.expectation), else: .nan)
    variance = sample.spread(rows.map(\.variance), else: .nan)
    self.z = sample.spread(z, else: .nan)
    p = self.z.map { $0.isNaN ? .nan : NormalDistribution.twoSided($0) }
    neighbours = sample.spread(rows.map(\.neighbours), else: 0)
    quadrants = sample.spread(zip(rows, z).map { $1.isNaN ? nil : $0.quadrant }, else: nil)
    self.permutations = permutations.map { sample.spread($0) }
    doubts = sample.doubts
  }
}

extension LocalAssociation.Quadrant {
  /// The quadrant of a deviation from the mean and the mean deviation of neighbours; 0 is low, as
  /// in PySAL.
  init(_ deviation: Double, neighbours: Double) {
    self =
      deviation > 0
      ? (neighbours > 0 ? .highHigh : .highLow) : (neighbours > 0 ? .lowHigh : .lowLow)
  }
}
