import CGDAL

/// What geometry the features of a layer have.
public enum GeometryKind: String, Sendable, CaseIterable {
  /// None: a table.
  case none
  /// One position each.
  case point
  /// One or more lines each.
  case lines
  /// One or more areas each.
  case area
  /// Of more than one kind, or unknown.
  case any
}

extension GeometryKind {
  /// The kind of GDAL's type, heights and measures apart.
  init(_ type: OGRwkbGeometryType) {
    switch OGR_GT_Flatten(OGR_GT_GetLinear(type)) {
    case wkbNone: self = .none
    case wkbPoint: self = .point
    case wkbLineString, wkbMultiLineString: self = .lines
    case wkbPolygon, wkbMultiPolygon: self = .area
    default: self = .any
    }
  }
}
