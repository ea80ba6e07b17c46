import Glibc

/// How often a circuit loses readings, and for how long.
///
/// With q the part of missing readings that are followed by another one, the gap in question left
/// out, a gap of k among n is by chance where n q^(k-1) is 0.05 or more.
struct GapHabit {
  private let gaps: Int
  private let missing: Int

  init(_ states: [UInt8], in range: Range<Int>) {
    var (gaps, missing) = (0, 0)
    var wasMissing = false
    for index in range {
      let isMissing = states[index] == PowerState.missing
      if isMissing {
        missing += 1
        if !wasMissing { gaps += 1 }
      }
      wasMissing = isMissing
    }
    self.gaps = gaps
    self.missing = missing
  }

  /// Whether a gap is one like others.
  func explains(_ gap: Spell) -> Bool {
    let others = Double(max(0, missing - gap.held))
    let ends = Double(max(0, gaps - 1))
    // Never quite certain nor impossible, so that a gap among none is judged too.
    let chance = (others - ends + 1) / (others + 2)
    return Double(max(1, gaps)) * pow(chance, Double(gap.held - 1)) >= 0.05
  }
}
