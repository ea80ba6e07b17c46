/// Permutation of a whole layer: all values change places at random.
enum GlobalPermutation {
  /// What is added up over pairs of features.
  enum Score: Sendable {
    /// Σ w x y.
    case product
    /// Σ w (x - y)².
    case squaredDifference
  }

  /// Counts permutations at least and at most as high as the layer is.
  ///
  /// Sums that differ by less than 1e-12 of their terms' magnitude are ties, for rounding tells them
  /// apart in no useful way. Each permutation has a stream of random numbers of its own, so the
  /// number of threads does not matter. O(P (n + pairs)).
  static func counts(
    _ values: [Double], _ weights: SpatialWeights, _ score: Score, _ permutations: Permutations
  ) -> PermutationCounts {
    let pairs = PairSums(values, weights, score)
    let blocks = (permutations.count + PairSums.lanes - 1) / PairSums.lanes
    let sums = AlignedColumn<Double>(repeating: 0, count: blocks * PairSums.lanes)
    let workers = max(1, min(permutations.threads, blocks))
    Shares(count: workers).forEach(threads: workers) { worker in
      var deck = values
      var columns = [PairSums.Lanes](repeating: .zero, count: values.count)
      for block in stride(from: worker, to: blocks, by: workers) {
        for lane in 0..<PairSums.lanes {
          shuffle(&deck, from: values, permutations.seed, block * PairSums.lanes + lane)
          for feature in deck.indices { columns[feature][lane] = deck[feature] }
        }
        // Blocks write to sums of their own.
        let found = pairs.sums(columns)
        for lane in 0..<PairSums.lanes { sums[block * PairSums.lanes + lane] = found[lane] }
      }
    }
    let (observed, slack) = pairs.observed
    var counts = PermutationCounts(permutations: permutations.count, count: 1)
    for permutation in 0..<permutations.count {
      counts.atLeast[0] += sums[permutation] >= observed - slack ? 1 : 0
      counts.atMost[0] += sums[permutation] <= observed + slack ? 1 : 0
    }
    return counts
  }

  /// Fisher and Yates's shuffle, always from the same order.
  private static func shuffle(
    _ deck: inout [Double], from values: [Double], _ seed: UInt64, _ permutation: Int
  ) {
    var random = PermutationRandom(seed: seed, stream: permutation)
    deck.withUnsafeMutableBufferPointer { deck in
      for place in values.indices { deck[place] = values[place] }
      for place in stride(from: deck.count - 1, to: 0, by: -1) {
        let chosen = Int(random.below(UInt32(truncatingIfNeeded: place + 1)))
        let kept = deck[place]
        deck[place] = deck[chosen]
        deck[chosen] = kept
      }
    }
  }
}

/// Sums over unordered pairs of features, of some permutations at once.
private struct PairSums: Sendable {
  typealias Lanes = SIMD4<Double>
  static let lanes = Lanes.scalarCount

  private let values: [Double]
  private let score: GlobalPermutation.Score
  /// Where the pairs of each feature with later ones begin; one more than features.
  private let starts: [Int]
  private let others: [Int32]
  /// The weights of both directions together.
  private let weights: [Double]

  init(_ values: [Double], _ given: SpatialWeights, _ score: GlobalPermutation.Score) {
    self.values = values
    self.score = score
    var rows = [[(other: Int32, weight: Double)]](repeating: [], count: values.count)
    for feature in values.indices {
      for place in given.row(feature) {
        let other = Int(given.neighbours[place])
        guard other != feature, given.values[place] != 0 else { continue }
        // The direction back is taken along from the lower feature, if that has the pair too.
        let back = given.weight(other, feature)
        if other > feature {
          rows[feature].append((Int32(truncatingIfNeeded: other), given.values[place] + back))
        } else if back == 0 {
          rows[other].append((Int32(truncatingIfNeeded: feature), given.values[place]))
        }
      }
    }
    starts = rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    others = rows.flatMap { $0.map(\.other) }
    weights = rows.flatMap { $0.map(\.weight) }
  }

  /// The sum of the values as they lie, and how far others may be off and still tie with it.
  var observed: (sum: Double, slack: Double) {
    let sum = sums(values.map { Lanes(repeating: $0) })[0]
    let largest = sums(values.map { Lanes(repeating: $0.magnitude) }, isMagnitude: true)[0]
    return (sum, 1e-12 * largest.magnitude)
  }

  /// The sums of columns that lie side by side.
  func sums(_ columns: [Lanes], isMagnitude: Bool = false) -> Lanes {
    let isProduct = score == .product
    var total = Lanes.zero
    columns.withUnsafeBufferPointer { columns in
      others.withUnsafeBufferPointer { others in
        weights.withUnsafeBufferPointer { weights in
          for feature in 0..<columns.count {
            let own = columns[feature]
            var sum = Lanes.zero
            for pair in starts[feature]..<starts[feature + 1] {
              let other = columns[Int(others[pair])]
              if isProduct {
                sum += weights[pair] * other
              } else {
                let difference = isMagnitude ? own + other : own - other
                sum += weights[pair] * (difference * difference)
              }
            }
            total += isProduct ? own * sum : sum
          }
        }
      }
    }
    return total
  }
}
