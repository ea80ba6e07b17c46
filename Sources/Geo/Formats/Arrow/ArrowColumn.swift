import CGDAL

/// One column of a batch, lent by GDAL until the batch is released.
struct ArrowColumn {
  /// What it holds, by Arrow's name of the format.
  enum Kind: String {
    case integer32 = "i"
    case integer64 = "l"
    case real = "g"
    case text = "u"
    case geometry = "z"
  }

  private let kind: Kind
  private let offset: Int
  /// A bit for each value, 1 where there is one; nil if all are there.
  private let validity: UnsafePointer<UInt8>?
  /// The values or, for bytes, where each begins in `bytes`.
  private let values: UnsafeRawPointer?
  private let bytes: UnsafePointer<UInt8>?

  init(_ kind: Kind, _ array: ArrowArray) {
    self.kind = kind
    offset = Int(array.offset)
    validity = array.buffers[0]?.assumingMemoryBound(to: UInt8.self)
    values = array.buffers[1]
    let hasBytes = kind == .text || kind == .geometry
    bytes = hasBytes ? array.buffers[2]?.assumingMemoryBound(to: UInt8.self) : nil
  }

  /// The value of a row as a field's.
  @inline(__always)
  func value(_ row: Int, _ text: inout TextDecoder) -> FieldValue {
    let place = row + offset
    guard isThere(place), let values else { return .null }
    switch kind {
    case .integer32: return .integer(Int64(values.load(fromByteOffset: 4 * place, as: Int32.self)))
    case .integer64: return .integer(values.load(fromByteOffset: 8 * place, as: Int64.self))
    case .real: return .real(values.load(fromByteOffset: 8 * place, as: Double.self))
    case .text, .geometry: return .text(text.decode(run(place)))
    }
  }

  /// The number of a row's feature.
  func identifier(_ row: Int) -> Int64 {
    values?.load(fromByteOffset: 8 * (row + offset), as: Int64.self) ?? -1
  }

  /// The geometry of a row, from well-known binary; nil if there is none.
  func geometry(_ row: Int) -> Geometry? {
    let place = row + offset
    guard isThere(place) else { return nil }
    let run = run(place)
    return point(run) ?? other(run)
  }

  private func isThere(_ place: Int) -> Bool {
    guard let validity else { return true }
    return validity[place >> 3] >> UInt8(place & 7) & 1 == 1
  }

  private func run(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    guard let values, let bytes else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = Int(values.load(fromByteOffset: 4 * place, as: Int32.self))
    let end = Int(values.load(fromByteOffset: 4 * place + 4, as: Int32.self))
    return UnsafeBufferPointer(start: bytes + start, count: end - start)
  }

  /// A point in two dimensions in little-endian bytes, as nearly all are; nil for anything else.
  private func point(_ run: UnsafeBufferPointer<UInt8>) -> Geometry? {
    let raw = UnsafeRawBufferPointer(run)
    guard raw.count == 21, raw[0] == 1, raw.loadUnaligned(fromByteOffset: 1, as: UInt32.self) == 1
    else { return nil }
    let position = Coordinate(
      raw.loadUnaligned(fromByteOffset: 5, as: Double.self),
      raw.loadUnaligned(fromByteOffset: 13, as: Double.self))
    return position.isFinite ? .point(position) : nil
  }

  private func other(_ run: UnsafeBufferPointer<UInt8>) -> Geometry? {
    var made: OGRGeometryH?
    guard
      OGR_G_CreateFromWkb(run.baseAddress, nil, &made, Int32(clamping: run.count)) == OGRERR_NONE,
      let made
    else { return nil }
    defer { OGR_G_DestroyGeometry(made) }
    return Geometry(made)
  }
}
