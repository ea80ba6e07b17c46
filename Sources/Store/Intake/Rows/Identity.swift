internal import Geo

/// Makes identifiers for records that come without one: the same words give the same identifier,
/// so that a file imported twice says the same twice.
enum Identity {
  /// An identifier of a prefix and 16 hexadecimal digits over some values and a position.
  static func make(
    _ prefix: String, from values: [FieldValue], at geometry: Geometry? = nil
  ) -> FieldValue {
    var hash = ContentHash()
    for value in values { hash.add(value) }
    hash.add(geometry)
    let digits = String(hash.value, radix: 16)
    return .text(prefix + String(repeating: "0", count: 16 - digits.count) + digits)
  }
}
