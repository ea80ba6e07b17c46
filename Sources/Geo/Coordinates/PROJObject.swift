import CPROJ

/// The owner of one PROJ object: a coordinate system or an operation.
struct PROJObject: ~Copyable {
  let pointer: OpaquePointer

  /// Takes over an object that a PROJ function made; nil if the function made none.
  init?(_ made: OpaquePointer?) {
    guard let made else { return nil }
    pointer = made
  }

  deinit { proj_destroy(pointer) }

  /// Hands the object over; the caller destroys it.
  consuming func take() -> OpaquePointer {
    let taken = pointer
    discard self
    return taken
  }

  /// PROJ's class of the object.
  var kind: PJ_TYPE { proj_get_type(pointer) }

  /// The object's name in its own definition.
  var name: String { proj_get_name(pointer).map { String(cString: $0) } ?? "" }
}
