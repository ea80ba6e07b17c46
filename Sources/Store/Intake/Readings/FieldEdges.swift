/// Memory for the places of a line's fields.
final class FieldEdges {
  let base: UnsafeMutablePointer<Int32>

  init(_ fields: Int) {
    base = .allocate(capacity: fields + 2)
    base.initialize(repeating: 0, count: fields + 2)
  }

  deinit { base.deallocate() }
}
