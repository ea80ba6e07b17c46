/// What the pixels of a raster come to in a zone.
public struct ZonalMean: Sendable, Hashable {
  /// The mean of the values, each weighted by the part of its pixel that lies in the zone; NaN where
  /// no pixel with a value meets the zone.
  public var mean: Double
  /// How much of the zone has values, in pixels.
  public var valuedArea: Double
  /// How large the zone is, its parts outside of the raster included, in pixels.
  public var area: Double

  /// The part of the zone that has values, 0 to 1.
  public var valuedShare: Double { area > 0 ? min(1, valuedArea / area) : 0 }
}
