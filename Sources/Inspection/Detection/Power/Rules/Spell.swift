/// Consecutive intervals in which something held.
struct Spell: Equatable {
  /// The first interval.
  var start: Int
  /// Behind the last.
  var end: Int
  /// How many of them it held in.
  var held: Int

  /// The spells of a condition that last long enough; those that begin on the same day as one.
  ///
  /// - Parameters:
  ///   - range: Where to look.
  ///   - least: Intervals a spell lasts at least.
  ///   - perDay: Intervals in a day; nil to leave each spell by itself.
  @inline(__always)
  static func find(
    in range: Range<Int>, least: Int, perDay: Int?, _ holds: (Int) -> Bool
  ) -> [Spell] {
    var spells: [Spell] = []
    var start = -1
    var index = range.lowerBound
    while index <= range.upperBound {
      let isHeld = index < range.upperBound && holds(index)
      if isHeld {
        if start < 0 { start = index }
      } else if start >= 0 {
        if index - start >= least { add(start, index, perDay, to: &spells) }
        start = -1
      }
      index += 1
    }
    return spells
  }

  private static func add(_ start: Int, _ end: Int, _ perDay: Int?, to spells: inout [Spell]) {
    if let perDay, let last = spells.last, last.start / perDay == start / perDay {
      spells[spells.count - 1].end = end
      spells[spells.count - 1].held += end - start
    } else {
      spells.append(Spell(start: start, end: end, held: end - start))
    }
  }
}
