/// Why a layer cannot be checked or repaired as a coverage; areas are numbered from 0.
public enum CoverageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A coordinate is NaN or infinite.
  case notFinite(area: Int)
  /// A coordinate is so large that exact arithmetic on it would overflow.
  case tooLarge(area: Int)
  /// More corners than a 32-bit number counts.
  case tooMany
  /// Lines that nearly coincide could not be told apart.
  case unresolved
  /// Areas of which a repair would leave nothing, such as the second of two equal ones.
  case swallowed(areas: [Int])

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .notFinite(let area):
      "area \(area) has a coordinate that is not a number: repair it or leave the area out"
    case .tooLarge(let area):
      "area \(area) has a coordinate beyond 1e100: check its units and its coordinate system"
    case .tooMany:
      "the layer has more corners than can be numbered: split it into several"
    case .unresolved:
      "lines of the layer nearly coincide in too many ways: round its coordinates and try again"
    case .swallowed(let areas):
      "nothing would be left of areas \(areas.map(String.init).joined(separator: ", ")), which "
        + "others cover: remove the duplicates first"
    }
  }
}
