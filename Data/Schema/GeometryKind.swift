/// The geometry that a record has beside its columns.
public enum GeometryKind: String, Sendable, Hashable, CaseIterable {
  /// No geometry.
  case none
  /// A point in WGS-84, longitude first.
  case point
  /// Polygons in WGS-84, longitude first.
  case area
}
