/// A message of protocol buffers in the making: numbered fields, one after the other.
///
/// The encoding is that of https://protobuf.dev/programming-guides/encoding; only what vector tiles
/// need is here.
struct TileMessage: Sendable {
  private(set) var bytes: [UInt8] = []

  /// Adds a whole number as a varint.
  mutating func add(_ field: Int, _ value: UInt64) {
    varint(UInt64(field << 3))
    varint(value)
  }

  /// Adds a number of 64 bits.
  mutating func add(_ field: Int, _ value: Double) {
    varint(UInt64(field << 3 | 1))
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
    }
  }

  /// Adds text, or a message within this one.
  mutating func add(_ field: Int, _ content: some Collection<UInt8>) {
    varint(UInt64(field << 3 | 2))
    varint(UInt64(content.count))
    bytes.append(contentsOf: content)
  }

  /// Adds whole numbers as a packed list.
  mutating func add(_ field: Int, packed values: [UInt32]) {
    var length = 0
    for value in values { length += Self.length(value) }
    varint(UInt64(field << 3 | 2))
    varint(UInt64(length))
    for value in values { varint(UInt64(value)) }
  }

  /// Empties it, keeping its memory.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  private mutating func varint(_ value: UInt64) {
    var rest = value
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func length(_ value: UInt32) -> Int {
    value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5
  }

  /// Negative and positive numbers by turns: 0, -1, 1, -2 become 0, 1, 2, 3.
  static func zigzag(_ value: Int32) -> UInt32 {
    UInt32(bitPattern: (value << 1) ^ (value >> 31))
  }
}
