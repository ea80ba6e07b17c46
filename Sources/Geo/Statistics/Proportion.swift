/// How many of a number of trials succeeded, with the 95 % interval of the rate behind it.
///
/// The interval is the score interval (Wilson 1927), which keeps about what it promises from a handful
/// of trials on and at rates near 0 and 1 (Brown, Cai and DasGupta 2001). It takes the trials as
/// independent.
public struct Proportion: Sendable, Hashable {
  /// The trials that succeeded.
  public let successes: Int
  /// All trials.
  public let trials: Int

  /// Makes a proportion; `successes` lies in 0...`trials`.
  public init(_ successes: Int, of trials: Int) {
    precondition(successes >= 0 && successes <= trials, "more successes than trials")
    self.successes = successes
    self.trials = trials
  }

  /// The part that succeeded; NaN without trials.
  public var rate: Double { Double(successes) / Double(trials) }

  /// The 95 % interval of the rate; 0...1 without trials.
  public var interval: ClosedRange<Double> {
    guard trials > 0 else { return 0...1 }
    let z = 1.959_963_984_540_054
    let (n, p) = (Double(trials), rate)
    let scale = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / scale
    let reach = z / scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    // At the ends the formula is exact and its arithmetic not quite.
    let low = successes == 0 ? 0 : max(0, centre - reach)
    let high = successes == trials ? 1 : min(1, centre + reach)
    return low...high
  }
}
