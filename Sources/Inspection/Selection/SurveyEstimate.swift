public import Geo
import Glibc

/// A rate in all units that could have been drawn, estimated from those that were, with a 95 %
/// interval.
///
/// The Hájek estimator: outcomes over inclusion probabilities, over the sum of the reciprocals of the
/// probabilities (Särndal, Swensson and Wretman 1992, 5.7). Its variance compares each unit with the
/// three drawn nearest to it, as fits a draw that is spread over the map (Stevens and Olsen 2003;
/// Grafström and Schelin 2014), and the interval is symmetric in log-odds, so that it stays between
/// 0 and 1. Units drawn but not visited are non-response: counted, and taken as missing at random.
public struct SurveyEstimate: Sendable, Hashable {
  /// A drawn and visited unit.
  public struct Unit: Sendable, Hashable {
    /// Whether the outcome was found.
    public var isHit: Bool
    /// The probability with which it came into the draw, above 0.
    public var probability: Double
    /// Where it is, in a plane, in metres.
    public var plane: Coordinate

    /// Makes a unit.
    public init(isHit: Bool, probability: Double, plane: Coordinate) {
      self.isHit = isHit
      self.probability = probability
      self.plane = plane
    }
  }

  /// The estimated rate; NaN without units.
  public let rate: Double
  /// The estimated number of hits among all units (Horvitz–Thompson), non-response made up for.
  public let total: Double
  /// The standard error of the rate.
  public let standardError: Double
  /// The 95 % interval of the rate.
  public let interval: ClosedRange<Double>
  /// Units drawn and visited.
  public let visited: Int
  /// Units drawn and not visited.
  public let missing: Int

  /// Estimates from visited units; `missing` more were drawn and not visited.
  /// - Complexity: O(n log n).
  public init(_ units: [Unit], missing: Int = 0) {
    let weights = units.map { 1 / $0.probability }
    let sum = weights.reduce(0, +)
    let hits = zip(units, weights).reduce(0) { $0 + ($1.0.isHit ? $1.1 : 0) }
    visited = units.count
    self.missing = missing
    rate = units.isEmpty ? .nan : hits / sum
    total = units.isEmpty ? 0 : hits * Double(units.count + missing) / Double(units.count)
    let variance = Self.variance(units, rate: rate, sum: sum)
    standardError = variance.squareRoot()
    interval = Self.interval(rate, standardError, units: units.count)
  }

  private static func variance(_ units: [Unit], rate: Double, sum: Double) -> Double {
    guard units.count > 1 else { return .nan }
    let residuals = units.map { (($0.isHit ? 1 : 0) - rate) / $0.probability / sum }
    let index = PointIndex(xs: units.map(\.plane.x), ys: units.map(\.plane.y))
    var variance = 0.0
    for (number, unit) in units.enumerated() {
      let near = index.nearest(unit.plane, k: 4).map(\.index)
      let group = near.contains(number) ? near : [number] + near.dropLast()
      let mean = group.reduce(0) { $0 + residuals[$1] } / Double(group.count)
      let size = Double(group.count)
      let gap = residuals[number] - mean
      variance += size / (size - 1) * (1 - unit.probability) * gap * gap
    }
    return variance
  }

  /// Without a hit, or with hits only, log-odds have no end: the exact bound of as many equal draws
  /// (Clopper and Pearson 1934) stands in.
  private static func interval(
    _ rate: Double, _ error: Double, units: Int
  ) -> ClosedRange<Double> {
    guard units > 0, rate.isFinite else { return 0...1 }
    let beyond = 1 - pow(0.025, 1 / Double(units))
    if rate <= 0 { return 0...beyond }
    if rate >= 1 { return (1 - beyond)...1 }
    guard error.isFinite else { return 0...1 }
    let centre = log(rate / (1 - rate))
    let reach = 1.959_963_984_540_054 * error / (rate * (1 - rate))
    return 1 / (1 + exp(reach - centre))...1 / (1 + exp(-reach - centre))
  }
}
