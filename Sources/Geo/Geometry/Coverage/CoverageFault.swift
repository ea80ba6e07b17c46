/// A connected place that no area of a layer claims, or more than one.
public struct CoverageFault: Sendable, Hashable {
  /// The place.
  public var place: Polygon
  /// The numbers, from 0, of the areas that claim it, rising; none for a gap, two or more for an
  /// overlap.
  public var holders: [Int]
  /// The areas alone across its border, the longest stretch first.
  public var neighbours: [Int]
  /// Its size in square metres on the ground.
  public var area: Double
  /// The length of its border, holes included, in metres.
  public var perimeter: Double

  /// Mean width in metres: that of a strip of the same area and border.
  public var width: Double { perimeter > 0 ? 2 * area / perimeter : 0 }

  /// A position inside; of a place too thin for one, a corner.
  public var representativePoint: Coordinate {
    place.representativePoint ?? place.exterior.first ?? Coordinate(.nan, .nan)
  }
}
