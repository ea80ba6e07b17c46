/// Conditional permutation of Σ (x of the location - x)² over neighbours that weigh the same.
///
/// Less what the location adds to all permutations alike, that is Q - 2 x S with S and Q the sums of
/// the drawn values and of their squares. Both change only in the permutations that hold the feature
/// which the location steps over, so a location costs O(P), whatever the number of neighbours. Values
/// are whole numbers small enough for every sum to be exact, so the counts are those of adding up.
struct SquarePermutation: Sendable {
  private let table: PermutationTable
  private let values: [Double]
  /// True if all sums are exact, and the ranks those of adding up.
  let isExact: Bool

  private typealias Lanes = SIMD8<Double>

  /// Takes whole numbers.
  init(table: PermutationTable, values: [Double]) {
    self.table = table
    self.values = values
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    // (a - b)² is at most four times the square of the largest.
    isExact = 4 * largest * largest * Double(max(1, table.width)) < 0x1p52
  }

  /// Ranks locations, ascending, among all permutations by their own squared differences.
  func ranks(
    cardinality: Int, locations: [Int32], weights: SpatialWeights
  ) -> [(below: Int32, equal: Int32)] {
    guard let first = locations.first else { return [] }
    let (starts, holders) = table.holders(cardinality)
    var reached = Int(first)
    var state = DrawnSums(table, values, cardinality, location: reached)
    return locations.map { location in
      while reached < location {
        let (old, new) = (values[reached + 1], values[reached])
        if old != new {
          state.replace(
            old, by: new, in: holders[Int(starts[reached])..<Int(starts[reached + 1])])
        }
        reached += 1
      }
      let centre = values[reached]
      var observed = 0.0
      for place in weights.row(reached) {
        let value = values[Int(weights.neighbours[place])]
        observed += value * (value - 2 * centre)
      }
      return state.rank(of: observed, centre: centre)
    }
  }

  /// S and Q of every permutation, for the location that has been reached.
  private struct DrawnSums {
    private var sums: [Lanes]
    private var squares: [Lanes]
    private let count: Int

    init(_ table: PermutationTable, _ values: [Double], _ cardinality: Int, location: Int) {
      count = table.rows
      let width = Lanes.scalarCount
      sums = [Lanes](repeating: .zero, count: (count + width - 1) / width)
      // What is past the end is above everything, and never counts.
      squares = [Lanes](repeating: Lanes(repeating: .infinity), count: sums.count)
      for row in 0..<count {
        var (sum, square) = (0.0, 0.0)
        for place in row * table.width..<row * table.width + cardinality {
          let entry = Int(table.entries[place])
          let value = values[entry < location ? entry : entry + 1]
          sum += value
          square += value * value
        }
        sums[row / width][row % width] = sum
        squares[row / width][row % width] = square
      }
    }

    /// A value gives way to another in some permutations.
    mutating func replace(_ old: Double, by new: Double, in rows: ArraySlice<Int32>) {
      let (change, squared) = (new - old, new * new - old * old)
      let width = Lanes.scalarCount
      for row in rows.lazy.map({ Int($0) }) {
        sums[row / width][row % width] += change
        squares[row / width][row % width] += squared
      }
    }

    /// How many permutations lie below, and how many tie.
    func rank(of observed: Double, centre: Double) -> (below: Int32, equal: Int32) {
      let (limit, factor) = (Lanes(repeating: observed), 2 * centre)
      var below = SIMD8<Int64>.zero
      var atMost = SIMD8<Int64>.zero
      sums.withUnsafeBufferPointer { sums in
        squares.withUnsafeBufferPointer { squares in
          for block in 0..<sums.count {
            let drawn = squares[block] - factor * sums[block]
            below &+= SIMD8<Int64>.zero.replacing(with: 1, where: drawn .< limit)
            atMost &+= SIMD8<Int64>.zero.replacing(with: 1, where: drawn .<= limit)
          }
        }
      }
      let (low, high) = (below.wrappedSum(), atMost.wrappedSum())
      return (Int32(truncatingIfNeeded: low), Int32(truncatingIfNeeded: high - low))
    }
  }
}
