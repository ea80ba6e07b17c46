/// Puts numbers and texts together as bytes, little-endian, texts as UTF-8 after their length.
public struct ByteWriter: Sendable {
  /// What was put together so far.
  public private(set) var bytes: [UInt8] = []

  /// Begins with some bytes as they are.
  public init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// Adds a byte.
  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds 8 bytes.
  public mutating func append(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Adds the number of some bytes (8 bytes) and them.
  public mutating func append(_ content: [UInt8]) {
    append(UInt64(content.count))
    bytes += content
  }

  /// Adds the number of a text's bytes (8 bytes) and them.
  public mutating func append(_ text: String) {
    append(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}
