/// Areas, and perhaps slices of time, where cases are more or fewer than chance would have them.
public struct ScanCluster: Sendable, Hashable {
  /// Its areas, ascending.
  public internal(set) var areas: [Int]
  /// The area in its middle; nil where it holds all areas.
  public internal(set) var centre: Int?
  /// Its outline.
  public let shape: ScanShape
  /// The short half axis, from the centre to the farthest area, in the unit of the places; for a
  /// circle the radius.
  public let radius: Double
  /// Its slices of time.
  public let slices: Range<Int>
  /// Whether there are more cases than expected.
  public let isHigh: Bool
  /// The cases in it.
  public let cases: Double
  /// How many chance would have put there.
  public let expected: Double
  /// Its part of all that cases are compared with, population or expected cases.
  public let share: Double
  /// The risk inside over that outside; infinite if all cases are inside.
  public let relativeRisk: Double
  /// The log likelihood ratio.
  public let logLikelihoodRatio: Double
  /// The ratio with the penalty of its shape, which it is ranked by.
  public let statistic: Double
  /// The chance of a most likely cluster at least as high, by the replications.
  public let p: Double
  /// The same by the distribution fitted to the replications; nil where too few were drawn.
  public let gumbelP: Double?

  /// Cases over expected cases.
  public var observedOverExpected: Double { cases / expected }
  /// The long half axis.
  public var longRadius: Double { radius * shape.ratio }
}
