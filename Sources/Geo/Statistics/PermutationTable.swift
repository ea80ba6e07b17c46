/// Rows of features drawn without replacement, shared by all locations, as in PySAL's esda.
///
/// An entry numbers the features other than the location: `entry` itself below the location, else
/// the next. The first c entries of a row are a random draw of c neighbours for any c.
struct PermutationTable: Sendable {
  /// How many entries a row has.
  let width: Int
  /// How many rows there are, one a permutation.
  let rows: Int
  /// The entries, row after row.
  let entries: [Int32]
  /// How many features a location has beside itself.
  let others: Int

  /// Draws rows from the features other than one; O(rows × width), whatever their number.
  ///
  /// - Parameters:
  ///   - others: How many features a location has beside itself; entries lie below.
  ///   - width: The highest number of neighbours, at most `others`.
  init(rows: Int, width: Int, others: Int, seed: UInt64) {
    self.rows = rows
    self.others = others
    self.width = min(width, others)
    let width = self.width
    // A shuffle cut short after `width` steps, taken back step by step for the next row.
    var deck = (0..<others).map { Int32(truncatingIfNeeded: $0) }
    var swaps = [Int](repeating: 0, count: width)
    entries = [Int32](unsafeUninitializedCapacity: rows * width) { entries, count in
      for row in 0..<rows {
        var random = PermutationRandom(seed: seed, stream: row)
        for step in 0..<width {
          let left = UInt32(truncatingIfNeeded: others - step)
          let chosen = step + Int(random.below(left))
          swaps[step] = chosen
          deck.swapAt(step, chosen)
          entries.initializeElement(at: row * width + step, to: deck[step])
        }
        for step in stride(from: width - 1, through: 0, by: -1) { deck.swapAt(step, swaps[step]) }
      }
      count = rows * width
    }
  }

  /// For each entry, the rows that hold it among their first.
  ///
  /// The rows of entry e stand from `starts[e]` to `starts[e + 1]`; O(rows × cardinality + others).
  func holders(_ cardinality: Int) -> (starts: [Int32], rows: [Int32]) {
    var starts = [Int32](repeating: 0, count: others + 2)
    for row in 0..<self.rows {
      for entry in row * width..<row * width + cardinality {
        starts[Int(entries[entry]) + 1] &+= 1
      }
    }
    for index in 0...others { starts[index + 1] &+= starts[index] }
    var rows = [Int32](repeating: 0, count: self.rows * cardinality)
    var fill = starts
    for row in 0..<self.rows {
      for entry in row * width..<row * width + cardinality {
        let id = Int(entries[entry])
        rows[Int(fill[id])] = Int32(truncatingIfNeeded: row)
        fill[id] &+= 1
      }
    }
    return (starts, rows)
  }
}
