public import Geo

/// A city that a special action group may work in and spend a night in.
public struct TourCity: Sendable, Hashable {
  /// Six-digit code.
  public var code: String
  /// Where days start and end: about its centre, longitude and latitude, WGS-84.
  public var centre: Coordinate
  /// True for a city of the Yangtze delta, which has no standing teams.
  public var isDelta: Bool

  /// Makes a city.
  public init(code: String, centre: Coordinate, isDelta: Bool = false) {
    self.code = code
    self.centre = centre
    self.isDelta = isDelta
  }
}
