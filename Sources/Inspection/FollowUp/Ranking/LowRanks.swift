import Geo

/// Units that were often among the lowest of the last weeks: more often than chance gives.
///
/// In a week each of n ranked units is among its m lowest with the chance m / n if all are alike; over
/// weeks that is a sum of trials, and a unit is flagged if as many low ranks as it has would come with
/// at most the stated chance. Source: the plan of 2018, section 10.4.
public struct LowRanks: Sendable {
  /// A unit with its weeks.
  public struct Unit: Sendable, Hashable {
    /// Its key.
    public var key: String
    /// Weeks in which it was ranked.
    public var weeks: Int
    /// Weeks in which it was among the lowest.
    public var low: Int
    /// The chance of as many or more by luck.
    public var chance: Double
    /// True if that is at most the stated one.
    public var isFlagged: Bool
  }

  /// All units, the least chance first.
  public let units: [Unit]
  /// The stated chance that a unit without fault is flagged.
  public let falseAlarms: Double

  /// Counts low ranks.
  ///
  /// - Parameters:
  ///   - weeks: The units of each week, best first.
  ///   - share: The part of a week's units that is its lowest, at least one unit.
  public init(weeks: [[String]], share: Double, falseAlarms: Double) {
    self.falseAlarms = falseAlarms
    var counts: [String: (low: Int, chances: [Double])] = [:]
    for week in weeks where week.count > 1 {
      let lowest = max(1, Int((Double(week.count) * share).rounded(.down)))
      let chance = Double(lowest) / Double(week.count)
      for (place, key) in week.enumerated() {
        counts[key, default: (0, [])].chances.append(chance)
        if place >= week.count - lowest { counts[key, default: (0, [])].low += 1 }
      }
    }
    units = counts.map { key, count in
      let fewer = PoissonBinomial(of: count.chances, upTo: max(0, count.low - 1)).cumulative
      let chance = count.low == 0 ? 1 : 1 - (fewer.last ?? 0)
      return Unit(
        key: key, weeks: count.chances.count, low: count.low, chance: chance,
        isFlagged: count.low > 0 && chance <= falseAlarms)
    }.sorted { ($0.chance, $0.key) < ($1.chance, $1.key) }
  }
}
