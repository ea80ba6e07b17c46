import Foundation
public import Geo

/// A position in Web Mercator (EPSG:3857) on a square of `2^30` units, from north-west; a unit is
/// 4 cm at the equator.
///
/// Whole numbers, so that a border that neighbours share is the same for both at every zoom.
public struct WorldPosition: Sendable, Hashable {
  /// Units of the world's side, as a power of two.
  public static let bits = 30

  /// East, in units from 180° W.
  public var x: Int32
  /// South, in units from 85.05° N.
  public var y: Int32

  /// Makes a position from its units.
  public init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  /// The place of a longitude and latitude in degrees; beyond the square, on its border.
  public init(_ coordinate: Coordinate) {
    let scale = Double(1 << Self.bits)
    let east = (coordinate.x / 360 + 0.5) * scale
    let sine = sin(coordinate.y * .pi / 180)
    let south = (0.5 - log((1 + sine) / (1 - sine)) / (4 * .pi)) * scale
    x = Self.unit(east)
    y = Self.unit(south)
  }

  /// Longitude and latitude in degrees.
  public var coordinate: Coordinate {
    let scale = Double(1 << Self.bits)
    let north = Double.pi * (1 - 2 * Double(y) / scale)
    return Coordinate((Double(x) / scale - 0.5) * 360, atan(sinh(north)) * 180 / .pi)
  }

  private static func unit(_ value: Double) -> Int32 {
    guard !value.isNaN else { return 0 }
    return Int32(min(max(value.rounded(), 0), Double((1 << bits) - 1)))
  }
}
