public import CampaignData
public import Geo

/// A fact on its way into a table.
public struct Record: Sendable, Hashable {
  /// The values in the order of `TableSchema.columns`.
  public var values: [FieldValue]
  /// Longitude and latitude, WGS-84; nil where it has no place.
  public var geometry: Geometry?
  /// When it was known.
  public var knownAt: Moment

  /// Makes a record.
  public init(values: [FieldValue], geometry: Geometry? = nil, knownAt: Moment) {
    self.values = values
    self.geometry = geometry
    self.knownAt = knownAt
  }
}
