import Geo

/// A layer as it is served: features in columns, in WGS-84, never changed once it is made.
struct ServedLayer: Sendable {
  /// Its name in addresses.
  let id: String
  /// What people read.
  let title: Wording
  /// What it holds.
  let about: Wording
  /// What of the campaign it tells, which decides who may see it.
  let resource: Resource
  /// What its features are on a map.
  let geometryKind: GeometryKind
  /// The properties, in order.
  let fields: [LayerField]
  /// The field that a filter by time goes by, if any.
  let timeField: Int?
  /// The field with the team that a feature is of, if any.
  let teamField: Int?
  /// The field with the day before whose end it is kept from analysts, if any.
  let dayField: Int?

  /// Identifiers of the features, ascending: 1, 2, 3 and so on in the order of the layer's keys.
  var ids: Range<Int> { 1..<(count + 1) }
  /// How many features there are.
  let count: Int
  /// The geometries by row; nil for a feature without a place.
  let geometries: [Geometry?]
  /// The boxes of the geometries by row; empty for none.
  let envelopes: [Envelope]
  /// The values of each field by row.
  let columns: [LayerColumn]
  /// The seconds since 1970 that each feature is of, by row; nil for a layer without a time.
  let times: [ClosedRange<Int64>?]?
  /// Finds rows by place.
  let index: EnvelopeIndex
  /// SHA-256 over all of the above that can change, as 16 hexadecimal digits: the same content has
  /// the same version.
  let version: String

  /// The box around all features; empty if there is none.
  var bounds: Envelope { index.bounds }

  /// The field of a key.
  func field(_ key: String) -> Int? { fields.firstIndex { $0.key == key } }

  /// The row of an identifier.
  func row(ofID id: Int) -> Int? { ids.contains(id) ? id - 1 : nil }

  /// Text of a feature's property; nil for null and for numbers.
  func text(_ row: Int, _ field: Int) -> String? {
    guard case .text(let values) = columns[field] else { return nil }
    return values[row]
  }
}
