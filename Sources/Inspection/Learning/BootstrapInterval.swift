import Routing

/// A percentile interval of a figure over resamples of rows (Efron and Tibshirani 1993, "An
/// Introduction to the Bootstrap", chapter 13).
public struct BootstrapInterval: Sendable, Hashable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double

  /// The 95 % interval of values drawn; NaN values are left out.
  public init(_ values: [Double], level: Double = 0.95) {
    let sorted = values.filter { !$0.isNaN }.sorted()
    guard let last = sorted.indices.last else {
      (low, high) = (.nan, .nan)
      return
    }
    let tail = (1 - level) / 2
    low = sorted[Int((tail * Double(last)).rounded())]
    high = sorted[Int(((1 - tail) * Double(last)).rounded())]
  }

  /// Resamples `count` rows with replacement `replicates` times; gives the value of each for the
  /// counts that the rows have in it.
  public static func replicates<Value>(
    _ replicates: Int, of count: Int, seed: UInt64, _ value: ([Int32]) -> Value
  ) -> [Value] {
    var random = Xoshiro256(seed: seed)
    return (0..<replicates).map { _ in
      var counts = [Int32](repeating: 0, count: count)
      for _ in 0..<count { counts[Int.random(in: 0..<count, using: &random)] += 1 }
      return value(counts)
    }
  }
}
