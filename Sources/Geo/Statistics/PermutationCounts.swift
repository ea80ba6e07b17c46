/// How often permutations came out as high and as low as what was observed.
public struct PermutationCounts: Sendable, Hashable {
  /// How many permutations there were.
  public let permutations: Int
  /// For each feature, how many were at least as high.
  public internal(set) var atLeast: [Int32]
  /// For each feature, how many were at most as high.
  public internal(set) var atMost: [Int32]

  init(permutations: Int, count: Int) {
    self.permutations = permutations
    atLeast = [Int32](repeating: 0, count: count)
    atMost = atLeast
  }

  /// The share of permutations at least as high, the observed one among them: (k + 1) / (P + 1).
  public func upper(_ feature: Int) -> Double { share(atLeast[feature]) }

  /// The share of permutations at most as high, the observed one among them.
  public func lower(_ feature: Int) -> Double { share(atMost[feature]) }

  /// The smaller of both tails: one-sided, the side taken from the data.
  public func oneSided(_ feature: Int) -> Double { min(upper(feature), lower(feature)) }

  /// Twice the smaller tail, at most 1.
  public func twoSided(_ feature: Int) -> Double { min(1, 2 * oneSided(feature)) }

  /// The smallest two-sided p that can come out: 2 / (P + 1).
  public var smallestTwoSided: Double { min(1, 2 / Double(permutations + 1)) }

  private func share(_ count: Int32) -> Double {
    Double(Int(count) + 1) / Double(permutations + 1)
  }
}

/// How many conditional permutations to draw, and from which seed.
public struct Permutations: Sendable, Hashable {
  /// How many.
  public var count: Int
  /// The seed; the same one gives the same p, whatever the number of threads.
  public var seed: UInt64
  /// On how many threads.
  public var threads: Int

  /// Asks for some permutations.
  public init(_ count: Int, seed: UInt64 = 1, threads: Int = 2) {
    self.count = max(0, count)
    self.seed = seed
    self.threads = max(1, threads)
  }
}
