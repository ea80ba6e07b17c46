/// A position in the plane of some coordinate system: `x` east, `y` north.
///
/// In geographic systems `x` is the longitude and `y` the latitude, in degrees, whatever order the
/// system's authority prescribes; in projected ones both are metres. Which system it is stands
/// beside the data (`CoordinateSystem`), not in each position.
public struct Coordinate: Sendable, Hashable {
  /// East: longitude in degrees, or metres.
  public var x: Double
  /// North: latitude in degrees, or metres.
  public var y: Double

  /// Makes a position from its east and north parts.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// True if both parts are numbers, neither NaN nor infinite.
  public var isFinite: Bool { x.isFinite && y.isFinite }
}
