public import Geo

/// The way of a team's day as a road network gives it.
public struct RoadPath: Sendable, Hashable {
  /// Positions along the way, from the base over the stops and back.
  public var coordinates: [Coordinate]
  /// Metres.
  public var distance: Double
  /// Who says so, as in `valhalla`.
  public var source: String

  /// Makes a path.
  public init(coordinates: [Coordinate], distance: Double, source: String) {
    self.coordinates = coordinates
    self.distance = distance
    self.source = source
  }

  /// Adds a path that begins where this one ends.
  public mutating func append(_ next: RoadPath) {
    coordinates += next.coordinates.dropFirst()
    distance += next.distance
  }
}
