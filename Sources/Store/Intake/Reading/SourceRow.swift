internal import Geo

/// A record as its file has it.
struct SourceRow: Sendable {
  /// The row as a person counts it: in a table the line of the file or sheet, whose headings are
  /// line 1; in a map layer the feature, from 1.
  let number: Int
  /// A value for each field of the file.
  let values: [FieldValue]
  /// Its geometry, in the file's own coordinates.
  let geometry: Geometry?
}
