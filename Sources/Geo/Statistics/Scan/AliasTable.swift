/// Draws places in proportion to weights, in constant time.
///
/// Source: A. J. Walker 1977, in the form of M. D. Vose, "A linear algorithm for generating random
/// numbers with a given distribution", IEEE Transactions on Software Engineering 17 (1991).
/// Proportions are exact to 2^-32.
struct AliasTable: Sendable {
  private struct Entry: BitwiseCopyable {
    /// Draws below stay, others go to the alias.
    var limit: UInt32
    var alias: UInt32
  }

  private let entries: AlignedColumn<Entry>
  private let count: UInt32

  /// Takes weights of which at least one is positive, at most 2^31.
  init(_ weights: [Double]) {
    count = UInt32(weights.count)
    entries = AlignedColumn(repeating: Entry(limit: 0, alias: 0), count: weights.count)
    let total = weights.reduce(0, +)
    var rest = weights.map { $0 / total * Double(weights.count) }
    var small = rest.indices.filter { rest[$0] < 1 }
    var large = rest.indices.filter { rest[$0] >= 1 }
    while let less = small.popLast() {
      guard let more = large.last else {
        // Only rounding is left over.
        entries.base[less] = Entry(limit: .max, alias: UInt32(less))
        continue
      }
      let limit = (rest[less] * 0x1p32).rounded()
      entries.base[less] = Entry(limit: UInt32(min(limit, 0x1p32 - 1)), alias: UInt32(more))
      rest[more] -= 1 - rest[less]
      if rest[more] < 1 {
        large.removeLast()
        small.append(more)
      }
    }
    for more in large { entries.base[more] = Entry(limit: .max, alias: UInt32(more)) }
    // What weighs nothing is never drawn, whatever rounding did.
    guard let heaviest = weights.indices.max(by: { weights[$0] < weights[$1] }) else { return }
    for place in weights.indices where weights[place] == 0 {
      let alias = Int(entries.base[place].alias)
      let target = weights[alias] > 0 ? alias : heaviest
      entries.base[place] = Entry(limit: 0, alias: UInt32(target))
    }
  }

  /// A place.
  @inline(__always)
  func draw(_ random: inout PermutationRandom) -> Int {
    let place = random.below(count)
    let entry = entries.base[Int(place)]
    return Int(random.bits() < entry.limit ? place : entry.alias)
  }
}
