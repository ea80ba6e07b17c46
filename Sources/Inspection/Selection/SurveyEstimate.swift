import Glibc

/// A rate in all units that could have been drawn, and how many of them it makes, estimated from those
/// that were drawn, with 95 % intervals.
///
/// The rate is the Hájek estimator: outcomes over inclusion probabilities, over the sum of the
/// reciprocals of the probabilities (Särndal, Swensson and Wretman 1992, 5.7); the number is the
/// Horvitz–Thompson total. Variances compare each unit with the three drawn nearest to it, as fits a
/// draw that is spread over the map (Stevens and Olsen 2003; Grafström and Schelin 2014). Intervals are
/// symmetric in log-odds and in logarithms, with Student's quantile, so
/// that they stay within what is possible. The same holds for a domain, such as a city or a topic, by
/// its own units. Units drawn but not visited are non-response: counted, taken as missing at random,
/// and answering is then a second draw with the part that answered as its probability.
public struct SurveyEstimate: Sendable, Hashable {
  /// The estimated rate; NaN without units.
  public let rate: Double
  /// The standard error of the rate.
  public let standardError: Double
  /// The 95 % interval of the rate.
  public let interval: ClosedRange<Double>
  /// The estimated number of hits among all units, non-response made up for.
  public let total: Double
  /// The 95 % interval of that number.
  public let totalInterval: ClosedRange<Double>
  /// Units drawn and visited.
  public let visited: Int
  /// Units drawn and not visited.
  public let missing: Int

  /// Estimates from visited units.
  /// - Parameter missing: The probabilities of units that were drawn and not visited.
  /// - Complexity: O(n log n).
  public init(_ units: [SurveySample.Unit], missing: [Double] = []) {
    self.init(
      SurveySample(units), members: [Bool](repeating: true, count: units.count), missing: missing)
  }

  /// Estimates for a domain from the visited units in it.
  ///
  /// - Parameters:
  ///   - members: For every unit of the sample: whether it is in the domain.
  ///   - missing: The probabilities of the domain's units that were drawn and not visited.
  public init(_ sample: SurveySample, members: [Bool], missing: [Double]) {
    let weights = zip(sample.units, members).map { $1 ? 1 / $0.probability : 0 }
    let found = zip(sample.units, weights).map { $0.isHit ? $1 : 0 }
    let (sum, hits) = (weights.reduce(0, +), found.reduce(0, +))
    let all = sum + missing.reduce(0) { $0 + 1 / $1 }
    let count = members.count { $0 }
    let rate = count == 0 ? .nan : hits / sum
    visited = count
    self.missing = missing.count
    self.rate = rate
    total = count == 0 ? 0 : rate * all
    let answering = Double(count) / Double(max(1, count + missing.count))
    standardError =
      count < 2
      ? .nan
      : sample.variance(
        of: zip(found, weights).map { ($0 - rate * $1) / sum }, answering: answering
      ).squareRoot()
    let totalError = sample.variance(of: found, answering: answering).squareRoot() * all / sum
    interval = Self.interval(rate, standardError, units: count)
    totalInterval = Self.interval(
      total: total, totalError,
      atLeast: zip(sample.units, members).count { $0.isHit && $1 },
      none: all * interval.upperBound, units: count)
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
    let reach = quantile(units) * error / (rate * (1 - rate))
    return 1 / (1 + exp(reach - centre))...1 / (1 + exp(-reach - centre))
  }

  /// Never below the hits that were seen; without one, up to what the rate allows.
  private static func interval(
    total: Double, _ error: Double, atLeast seen: Int, none: Double, units: Int
  ) -> ClosedRange<Double> {
    let seen = Double(seen)
    guard total > 0, error.isFinite else {
      return seen...max(seen, none.isFinite ? none : .infinity)
    }
    // Only hits and those beside them add to its variance.
    let reach = exp(quantile(min(units, 2 * Int(seen))) * error / total)
    return max(seen, total / reach)...max(seen, total * reach)
  }

  /// The 97.5 % quantile of Student's distribution (Abramowitz and Stegun 1964, 26.7.5).
  ///
  /// Terms of the variance share neighbours: those of n alike units are worth 0.69 n free ones, by
  /// simulation for groups of four.
  private static func quantile(_ terms: Int) -> Double {
    let z = 1.959_963_984_540_054
    let freedom = max(2, 0.69 * Double(terms))
    let (z3, z5) = (z * z * z, z * z * z * z * z)
    return z + (z3 + z) / (4 * freedom)
      + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom * freedom)
      + (3 * z5 * z * z + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom * freedom * freedom)
  }
}
