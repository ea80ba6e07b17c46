import Geo

/// How far an order of units lasts from one period into the next.
public struct RankStability: Sendable, Hashable {
  /// Units with work in both periods.
  public let units: Int
  /// Spearman's correlation of plain counts of problems.
  public let counts: Double
  /// Of the ratios as they are.
  public let raw: Double
  /// Of the ratios drawn towards the mean.
  public let shrunk: Double

  /// Compares two periods' rankings; correlations are NaN for fewer than three units.
  public init(_ first: Ranking, _ second: Ranking) {
    let later = Dictionary(second.units.map { ($0.key, $0) }) { first, _ in first }
    let pairs = first.units.compactMap { unit in
      later[unit.key].flatMap { other in
        unit.expected > 0 && other.expected > 0 ? (unit, other) : nil
      }
    }
    units = pairs.count
    func correlation(_ value: (RankedUnit) -> Double) -> Double {
      guard pairs.count >= 3 else { return .nan }
      return RankCorrelation.spearman(pairs.map { value($0.0) }, pairs.map { value($0.1) })
    }
    counts = correlation(\.problems)
    raw = correlation(\.ratio)
    shrunk = correlation(\.shrunk)
  }
}
