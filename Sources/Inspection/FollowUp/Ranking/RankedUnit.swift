/// The work of a team, a sending city or an inspected city in a period, and where it stands.
public struct RankedUnit: Sendable, Hashable {
  /// Its key: an identifier or a code.
  public var key: String
  /// Place from 1; equal scores share one.
  public var rank: Int
  /// Visits; a part of one where a team counts for several senders.
  public var visits: Double
  /// Problems found.
  public var problems: Double
  /// Those called serious.
  public var serious: Double
  /// Those that the office sent back.
  public var returned: Double
  /// Points found.
  public var points: Double
  /// Points to be expected of the visits that it made.
  public var expected: Double
  /// Points found over points expected; NaN where nothing was expected.
  public var ratio: Double
  /// The same, drawn towards the mean of all as far as it rests on little.
  public var shrunk: Double
  /// What holds the true ratio with 95 %.
  public var interval: ClosedRange<Double>
  /// The chance that its true ratio is below the mean of all.
  public var belowMean: Double
  /// Driving time over working time.
  public var drivingShare: Double
  /// Visits over those that driving left time for.
  public var tasks: Double
  /// What it is ranked by: the weighted sum of `shrunk` and `tasks`.
  public var score: Double
  /// The chance that it is among the best; NaN where units do not differ by more than luck.
  public var topChance: Double
}
