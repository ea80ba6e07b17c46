/// What makes a statistic hard to trust; part of its result, so that nobody has to think of it.
public enum StatisticDoubt: Sendable, Hashable {
  /// Fewer features than 30: the normal approximation of z is poor, and there is little to permute.
  case fewFeatures(Int)
  /// Features that have no value: they were left out, as neighbours too.
  case missingValues(Int)
  /// Features without a neighbour.
  case islands(Int)
  /// All values are equal: nothing is high or low, and there is no z.
  case allEqual
  /// Values below 0, for a statistic of positive numbers.
  case negativeValues(Int)
  /// Not a single feature has a value and a neighbour.
  case nothingToJudge
  /// The smallest p that so many permutations can give is so large that, with this many tests, at
  /// least so many features must reach it before any of them counts.
  case rateOutOfReach(smallest: Double, tests: Int, needed: Int)

  /// The number of features below which normal approximations are doubted.
  public static let fewest = 30
}
