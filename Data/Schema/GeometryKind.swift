extension CampaignData {
  /// The geometry that a record has beside its columns.
  ///
  /// Nested, so that it does not meet the type of the same name in `Geo`, which tells what a file
  /// holds.
  public enum GeometryKind: String, Sendable, Hashable, CaseIterable {
    /// No geometry.
    case none
    /// A point in WGS-84, longitude first.
    case point
    /// Polygons in WGS-84, longitude first.
    case area
  }
}
