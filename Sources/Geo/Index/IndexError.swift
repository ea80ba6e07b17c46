/// Why areas cannot be indexed.
public enum IndexError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A coordinate is NaN or infinite.
  case notFinite(area: Int)
  /// A coordinate is so large that exact arithmetic on it would overflow.
  case tooLarge(area: Int)
  /// More areas or border lines than a 32-bit number counts.
  case tooMany
  /// Even the coarsest index takes more bytes than it may; `needed` is about what that one takes.
  case overBudget(needed: Int, budget: Int)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .notFinite(let area):
      "area \(area) has a coordinate that is not a number: repair it or leave the area out"
    case .tooLarge(let area):
      "area \(area) has a coordinate beyond 1e150: check its units and its coordinate system"
    case .tooMany:
      "the layer has more areas or border lines than an index holds: split it into several"
    case .overBudget(let needed, let budget):
      "the index takes about \(needed) bytes at least, and may take \(budget): allow more, or "
        + "simplify the borders"
    }
  }
}
