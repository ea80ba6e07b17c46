/// Values on a lattice, and where they cross levels.
///
/// Places on it are numbered: the lattice's positions, and for each line between neighbours its
/// crossing with each level.
struct SampledSurface {
  let lattice: SampleLattice
  private let values: [Double]
  private let levels: [Double]
  /// For each position how many levels it reaches; `missing` for no number.
  let reached: [Int32]
  private let gap: Double

  static let missing = Int32.min

  /// The direction of a line from a position of the lattice.
  enum Direction: Int { case east, south }

  init(_ values: [Double], on lattice: SampleLattice, levels: [Double]) {
    self.values = values
    self.lattice = lattice
    self.levels = levels
    gap = min(1e-4, 0.5 / Double(levels.count + 1))
    reached = values.map { value in
      guard value.isFinite else { return Self.missing }
      var count = Int32(0)
      for level in levels {
        guard level <= value else { break }
        count += 1
      }
      return count
    }
  }

  /// The number of levels.
  var levelCount: Int { levels.count }

  /// The place of a position.
  func place(_ position: Int) -> Int { position * 2 * (levels.count + 1) }

  /// The place where the line from a position crosses a level.
  func place(_ position: Int, _ direction: Direction, level: Int) -> Int {
    (position * 2 + direction.rawValue) * (levels.count + 1) + level + 1
  }

  /// Whether a place is a position of the lattice, where two holes may meet.
  func isPosition(_ place: Int) -> Bool { place % (levels.count + 1) == 0 }

  /// The column and minus the row of a place.
  func position(of place: Int) -> SIMD2<Double> {
    let (line, step) = place.quotientAndRemainder(dividingBy: levels.count + 1)
    let position = line / 2
    let (row, column) = position.quotientAndRemainder(dividingBy: lattice.columns)
    let start = SIMD2(Double(column), -Double(row))
    guard step > 0 else { return start }
    let isEast = line % 2 == Direction.east.rawValue
    let other = position + (isEast ? 1 : lattice.columns)
    let isRising = values[position] < values[other]
    let share =
      isRising
      ? share(from: position, to: other, level: step - 1)
      : 1 - share(from: other, to: position, level: step - 1)
    return start + (isEast ? SIMD2(share, 0) : SIMD2(0, -share))
  }

  /// How far along the line from a low to a high position a level is crossed, from 0 to 1.
  ///
  /// Levels crossed by the same line stay apart from each other and from its ends.
  private func share(from low: Int, to high: Int, level: Int) -> Double {
    let (base, height) = (values[low], values[high] - values[low])
    var share = 0.0
    for crossed in Int(reached[low])...level {
      share = max((levels[crossed] - base) / height, share + gap)
    }
    return min(share, 1 - Double(Int(reached[high]) - level) * gap)
  }

  /// Whether the high corners of a square are joined at a level that two opposite ones reach.
  func isJoined(_ one: Int, _ other: Int, _ low: Int, _ opposite: Int, level: Int) -> Bool {
    let (a, b, c, d) = (values[one], values[other], values[low], values[opposite])
    return (a * b - c * d) / ((a + b) - (c + d)) >= levels[level]
  }
}
