import Dispatch

/// Conditional permutation of a local statistic: a location keeps its value, its neighbours get
/// those of other features at random (Anselin 1995).
enum ConditionalPermutation {
  /// What is compared with the permutations; weights are those of the pairs without the feature
  /// itself.
  enum Score: Sendable {
    /// Σ w x of the neighbours.
    case sum
    /// Σ w (x - x of the location)².
    case squaredDifference
  }

  /// Counts permutations as high and as low as the score of each feature.
  ///
  /// Sums of neighbours that weigh the same are ranked in O(P c + n) for each number of neighbours
  /// c, squared differences of such are followed in O(P) a feature, all else is added up in O(P c)
  /// a feature. A feature without neighbours is as high as every
  /// permutation.
  static func counts(
    _ values: [Double], _ weights: SpatialWeights, _ score: Score, _ permutations: Permutations,
    ranksSums: Bool = true
  ) -> PermutationCounts {
    let bare = weights.withSelf(nil)
    let width = (0..<bare.count).reduce(0) { max($0, bare.row($1).count) }
    let table = PermutationTable(
      rows: permutations.count, width: width, others: max(0, values.count - 1),
      seed: permutations.seed)
    let work = PermutationWork(values, bare, table, score, ranksSums: ranksSums)
    let below = AlignedColumn<Int32>(repeating: 0, count: values.count)
    let equal = AlignedColumn<Int32>(
      repeating: Int32(truncatingIfNeeded: permutations.count), count: values.count)
    let workers = min(permutations.threads, work.pieces.count)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      // Pieces write to features of their own.
      for piece in stride(from: worker, to: work.pieces.count, by: workers) {
        work.run(piece, below, equal)
      }
    }
    var counts = PermutationCounts(permutations: permutations.count, count: values.count)
    for feature in values.indices {
      counts.atMost[feature] = below[feature] + equal[feature]
      counts.atLeast[feature] = Int32(truncatingIfNeeded: permutations.count) - below[feature]
    }
    return counts
  }
}

/// Pieces of work that do not depend on each other.
private struct PermutationWork: Sendable {
  /// Locations of one number of equal neighbours, or any others one by one.
  struct Piece: Sendable {
    var cardinality: Int
    var way: Way
    var locations: [Int32]
  }

  /// How permutations are counted.
  enum Way {
    case ranked, followed, added
  }

  let pieces: [Piece]
  private let values: [Double]
  /// Without features in their own rows.
  private let weights: SpatialWeights
  private let table: PermutationTable
  private let score: ConditionalPermutation.Score
  private let sums: SumPermutation
  private let squares: SquarePermutation
  /// The whole numbers that sums are of.
  private let wholes: [Double]

  /// Below this many locations adding up is cheaper than ranking.
  private static let fewest = 6
  private static let chunk = 256

  init(
    _ values: [Double], _ weights: SpatialWeights, _ table: PermutationTable,
    _ score: ConditionalPermutation.Score, ranksSums: Bool
  ) {
    self.values = values
    self.weights = weights
    self.table = table
    self.score = score
    let whole = WholeValues(values, terms: table.width)
    sums = SumPermutation(table: table, values: whole.values)
    wholes = whole.values.map { Double($0) }
    squares = SquarePermutation(table: table, values: wholes)
    let isExact = ranksSums && squares.isExact
    var even = [[Int32]](repeating: [], count: table.width + 1)
    var uneven: [Int32] = []
    for location in 0..<weights.count where !weights.row(location).isEmpty {
      let id = Int32(truncatingIfNeeded: location)
      if score == .sum || isExact, Self.isEven(location, weights) {
        even[weights.row(location).count].append(id)
      } else {
        uneven.append(id)
      }
    }
    var pieces: [Piece] = []
    for (cardinality, locations) in even.enumerated().reversed() where !locations.isEmpty {
      let isMany = ranksSums && locations.count >= Self.fewest
      let way: Way = score == .squaredDifference ? .followed : isMany ? .ranked : .added
      pieces += Self.pieces(locations, cardinality, way)
    }
    self.pieces = pieces + Self.pieces(uneven, 0, .added)
  }

  /// True if all neighbours weigh the same, more than nothing: then the order of sums does not depend
  /// on it.
  private static func isEven(_ location: Int, _ weights: SpatialWeights) -> Bool {
    let row = weights.row(location)
    let first = weights.values[row.lowerBound]
    return first > 0 && row.allSatisfy { weights.values[$0] == first }
  }

  private static func pieces(
    _ locations: [Int32], _ cardinality: Int, _ way: Way
  ) -> [Piece] {
    // A piece that is followed begins with a gather, so it should be long.
    let chunk = way == .ranked ? locations.count : way == .followed ? 16 * chunk : chunk
    return stride(from: 0, to: locations.count, by: chunk).map { start in
      let part = locations[start..<min(start + chunk, locations.count)]
      return Piece(cardinality: cardinality, way: way, locations: Array(part))
    }
  }

  func run(_ piece: Int, _ below: AlignedColumn<Int32>, _ equal: AlignedColumn<Int32>) {
    let piece = pieces[piece]
    if piece.way == .followed {
      let ranks = squares.ranks(
        cardinality: piece.cardinality, locations: piece.locations, weights: weights)
      for (location, rank) in zip(piece.locations, ranks) {
        (below[Int(location)], equal[Int(location)]) = rank
      }
      return
    }
    if piece.way == .ranked {
      let observed = piece.locations.map { observedSum(Int($0)) }
      let ranks = sums.ranks(
        cardinality: piece.cardinality, locations: piece.locations, observed: observed)
      for (location, rank) in zip(piece.locations, ranks) {
        (below[Int(location)], equal[Int(location)]) = rank
      }
      return
    }
    for location in piece.locations.map({ Int($0) }) {
      let rank =
        piece.cardinality > 0
        ? sums.gathered(
          cardinality: piece.cardinality, location: location, observed: observedSum(location))
        : gathered(location)
      (below[location], equal[location]) = rank
    }
  }

  private func observedSum(_ location: Int) -> Int64 {
    weights.row(location).reduce(0) { $0 &+ sums.values[Int(weights.neighbours[$1])] }
  }

  /// Any weights and any score, added up anew for each permutation.
  private func gathered(_ location: Int) -> (below: Int32, equal: Int32) {
    let row = weights.row(location)
    let isSum = score == .sum
    // Neighbours that weigh the same count 1 each, of whole numbers: ties stay ties in any order.
    let isEven = Self.isEven(location, weights)
    let values = isEven ? wholes : self.values
    let centre = isSum ? 0 : values[location]
    let shares = isEven ? [Double](repeating: 1, count: row.count) : Array(weights.values[row])
    var observed = 0.0
    for (place, share) in zip(row, shares) {
      let value = values[Int(weights.neighbours[place])] - centre
      observed += share * (isSum ? value : value * value)
    }
    var below: Int32 = 0
    var equal: Int32 = 0
    for permutation in 0..<table.rows {
      let start = permutation * table.width
      var drawn = 0.0
      for place in shares.indices {
        let entry = Int(table.entries[start + place])
        let value = values[entry < location ? entry : entry + 1] - centre
        drawn += shares[place] * (isSum ? value : value * value)
      }
      below += drawn < observed ? 1 : 0
      equal += drawn == observed ? 1 : 0
    }
    return (below, equal)
  }
}
