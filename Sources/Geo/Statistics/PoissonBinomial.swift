/// The sum of independent trials, each with a chance of its own and a value if it succeeds.
///
/// With the value 1 it is the Poisson-binomial distribution; values of several sizes make it the
/// compound one. Exact, by adding one trial after the other: O(trials × size × values).
public struct PoissonBinomial: Sendable {
  /// The chance of each sum from 0 on; what lies above the last one is left out.
  public private(set) var chances: [Double]
  private let values: [(units: Int, chance: Double)]

  /// The sum of no trials.
  ///
  /// - Parameters:
  ///   - limit: The greatest sum whose chance is kept.
  ///   - values: What a success can be worth, in whole units not below 0, with chances that add up to
  ///     1.
  public init(upTo limit: Int, values: [(units: Int, chance: Double)] = [(1, 1)]) {
    precondition(limit >= 0 && values.allSatisfy { $0.units >= 0 }, "sums are not negative")
    chances = [Double](repeating: 0, count: limit + 1)
    chances[0] = 1
    self.values = values
  }

  /// The sum of trials with given chances.
  public init(
    of trials: some Sequence<Double>, upTo limit: Int,
    values: [(units: Int, chance: Double)] = [(1, 1)]
  ) {
    self.init(upTo: limit, values: values)
    for chance in trials { add(chance) }
  }

  /// Adds a trial.
  public mutating func add(_ chance: Double) {
    let failure = 1 - chance
    // From the top, so that what a sum takes from below is still that without the trial.
    for sum in stride(from: chances.count - 1, through: 0, by: -1) {
      var next = failure * chances[sum]
      for value in values where value.units <= sum {
        next += chance * value.chance * chances[sum - value.units]
      }
      chances[sum] = next
    }
  }

  /// The chance of a sum of at most each, ascending.
  public var cumulative: [Double] {
    var total = 0.0
    return chances.map { chance in
      total += chance
      return min(1, total)
    }
  }

  /// The chance of at least `count` successes of `trials` with the same chance: the binomial tail.
  public static func upperTail(_ count: Int, of trials: Int, chance: Double) -> Double {
    guard count > 0 else { return 1 }
    guard count <= trials else { return 0 }
    let flipped = PoissonBinomial(
      of: repeatElement(1 - chance, count: trials), upTo: trials - count)
    return flipped.cumulative.last ?? 0
  }
}
