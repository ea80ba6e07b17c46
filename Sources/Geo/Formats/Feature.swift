/// A value in a field.
public enum FieldValue: Sendable, Hashable {
  /// No value.
  case null
  /// Text; dates and times too, in ISO 8601.
  case text(String)
  /// A whole number; for booleans 0 or 1.
  case integer(Int64)
  /// A floating-point number.
  case real(Double)
}

/// A row of a layer: values in the order of the layer's fields, and perhaps a geometry.
public struct Feature: Sendable, Hashable {
  /// The id in its layer; when writing, -1 lets the format choose one.
  public var id: Int64
  /// A value for each field.
  public var values: [FieldValue]
  /// Where it is; nil if it has no place or an empty one.
  public var geometry: Geometry?

  /// Makes a row.
  public init(id: Int64 = -1, values: [FieldValue], geometry: Geometry? = nil) {
    self.id = id
    self.values = values
    self.geometry = geometry
  }
}
