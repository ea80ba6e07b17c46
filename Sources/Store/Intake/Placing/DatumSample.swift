internal import Geo

/// Some positions of a file as it gave them, thinned evenly to a bounded number.
struct DatumSample {
  /// How many positions are kept at most.
  static let capacity = 4096

  /// A position in degrees, before any datum was taken off, and the county that its record names.
  struct Point: Sendable {
    /// As the file has it.
    let given: Coordinate
    /// Place of the county that the record names in the locator; nil if it names none.
    let county: Int?
  }

  /// The positions kept.
  private(set) var points: [Point] = []
  private var step = 1
  private var seen = 0

  /// Keeps a position if it is its turn.
  mutating func add(_ given: Coordinate, county: Int? = nil) {
    defer { seen += 1 }
    guard seen % step == 0 else { return }
    points.append(Point(given: given, county: county))
    guard points.count == Self.capacity else { return }
    points = stride(from: 0, to: points.count, by: 2).map { points[$0] }
    step *= 2
  }
}
