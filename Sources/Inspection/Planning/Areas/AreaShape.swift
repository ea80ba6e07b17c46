import Geo

/// The sums of a team's area from which its load and its compactness follow, kept up to date in
/// O(1) a township.
struct AreaShape: Sendable {
  /// Hours a round per visit of a day.
  private(set) var load = 0.0
  private var mass = 0.0
  private var east = 0.0
  private var north = 0.0
  private var square = 0.0

  /// Visits times squared kilometres from their common centre: the moment of inertia.
  var inertia: Double {
    mass > 0 ? max(0, square - (east * east + north * north) / mass) : 0
  }

  /// Adds a township, or takes it away with `sign` -1.
  mutating func add(_ place: Coordinate, visits: Double, load hours: Double, sign: Double = 1) {
    load += sign * hours
    mass += sign * visits
    east += sign * visits * place.x
    north += sign * visits * place.y
    square += sign * visits * (place.x * place.x + place.y * place.y)
  }
}
