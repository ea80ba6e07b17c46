public import Geo

/// An inspected city with what speaks for supervision 挂牌督办 or an interview 公开约谈.
public struct CityEscalation: Sendable, Hashable {
  /// What is due.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case none
    /// Public supervision 挂牌督办: one of two findings.
    case supervision
    /// A public interview 公开约谈: both.
    case interview
  }

  /// The city's code.
  public var cityCode: String
  /// Visits that found a problem, of all visits.
  public var found: Proportion
  /// Points found over points to be expected, drawn towards the mean of all cities.
  public var ratio: Double
  /// What holds the true ratio with 95 %.
  public var interval: ClosedRange<Double>
  /// The chance that it has more than cities have on average.
  public var excessChance: Double
  /// Problems not corrected in time, of those that were due.
  public var overdue: Proportion
  /// Problems found, and how many a visited site.
  public var problems: Int
  /// See ``problems``.
  public var perSite: Double
  /// True if problems are concentrated there.
  public var isConcentrated: Bool
  /// True if correction is slack.
  public var isSlack: Bool
  /// Overdue problems, by identifier.
  public var overdueIDs: [String]

  /// What is due.
  public var measure: Measure {
    isConcentrated && isSlack ? .interview : isConcentrated || isSlack ? .supervision : .none
  }
}
