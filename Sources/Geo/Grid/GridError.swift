/// Why areas cannot be cut by a grid.
public enum GridError: Error, Sendable, Hashable, CustomStringConvertible {
  /// More cells than are worked on at once; `leastSize` is a side in metres that would do.
  case tooManyCells(expected: Double, limit: Int, leastSize: Double)
  /// An area so far from the origin, or cells so small, that their numbers exceed 32 bits.
  case unnumbered(area: Int)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .tooManyCells(let expected, let limit, let leastSize):
      "about \(Self.millions(expected)) million cells, where \(limit / 1_000_000) million are the "
        + "most: make them \(leastSize) m wide or more, or take fewer areas"
    case .unnumbered(let area):
      "area \(area) is too far from the origin for cells this small: make them larger, and check "
        + "the coordinate system"
    }
  }

  private static func millions(_ number: Double) -> String {
    let millions = (number / 1e6).rounded(.up)
    return millions < 1e15 ? String(Int64(millions)) : "\(millions)"
  }
}
