/// How well scores told hits from misses, and what working in their order would have gained.
public struct EvaluationFigures: Sendable {
  /// How many inspections.
  public let inspections: Int
  /// How many of them found something.
  public let hits: Int
  /// How many inspections the first half has.
  public let firstHalf: Int
  /// The chance that a hit scores above a miss; NaN without one of either.
  public var auc = Double.nan
  /// Hits in the first half, worked in order of score.
  public var hitsInFirstHalf = 0
  /// Hits in the first half as really worked.
  public var hitsInFirstHalfAsWorked = 0
  /// Days by which hits come earlier in order of score than as really worked, on average.
  public var daysEarlier = Double.nan
  /// For each of `ScoredInspections.shares`: how many are the best so many, and hits among them.
  public var hitsAtShares: [(inspections: Int, hits: Int)] = []

  /// Starts with the counts.
  init(inspections: Int, hits: Int, firstHalf: Int) {
    self.inspections = inspections
    self.hits = hits
    self.firstHalf = firstHalf
  }

  /// Hits by inspection.
  public var hitRate: Double { Double(hits) / Double(inspections) }
  /// Part of all hits found in the first half, worked in order of score; NaN without a first half.
  public var firstHalfShare: Double { share(hitsInFirstHalf) }
  /// Part of all hits found in the first half as really worked; NaN without a first half.
  public var firstHalfShareAsWorked: Double { share(hitsInFirstHalfAsWorked) }

  private func share(_ hits: Int) -> Double {
    firstHalf == 0 ? .nan : Double(hits) / Double(self.hits)
  }
  /// The hit rate among the best of each of `ScoredInspections.shares`.
  public var hitRatesAtShares: [Double] {
    hitsAtShares.map { Double($0.hits) / Double($0.inspections) }
  }
}
