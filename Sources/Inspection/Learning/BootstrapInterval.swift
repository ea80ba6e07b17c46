import Dispatch
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

  /// Resamples `count` rows with replacement `replicates` times, on all cores; gives the value of each
  /// for the counts that the rows have in it.
  ///
  /// Every replicate has random numbers of its own from the seed, so that the values are the same
  /// whatever the number of threads.
  public static func replicates<Value: Sendable>(
    _ replicates: Int, of count: Int, seed: UInt64, _ value: @Sendable ([Int32]) -> Value
  ) -> [Value] {
    var values = [Value?](repeating: nil, count: replicates)
    values.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let output = buffer
      DispatchQueue.concurrentPerform(iterations: replicates) { replicate in
        var random = Xoshiro256(seed: seed ^ UInt64(replicate) &* 0x9E37_79B9_7F4A_7C15)
        var counts = [Int32](repeating: 0, count: count)
        for _ in 0..<count { counts[Int.random(in: 0..<count, using: &random)] += 1 }
        output[replicate] = value(counts)
      }
    }
    return values.compactMap(\.self)
  }
}
