/// Takes apart what `ByteWriter` put together; throws `cutOff` where bytes are missing.
public struct ByteReader: Sendable {
  private let bytes: [UInt8]
  private var position: Int

  /// Reads from a place on.
  public init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// True when all is read.
  public var isAtEnd: Bool { position >= bytes.count }

  /// How many bytes were read, those before the beginning included.
  public var offset: Int { position }

  /// The next byte.
  public mutating func byte() throws(SealError) -> UInt8 {
    guard position < bytes.count else { throw .cutOff }
    defer { position += 1 }
    return bytes[position]
  }

  /// The next 8 bytes as a number.
  public mutating func number() throws(SealError) -> UInt64 {
    guard bytes.count - position >= 8 else { throw .cutOff }
    defer { position += 8 }
    return (0..<8).reduce(0) { $0 | UInt64(bytes[position + $1]) << (8 * UInt64($1)) }
  }

  /// Some bytes, without a length before them.
  public mutating func bytes(_ count: Int) throws(SealError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - position else { throw .cutOff }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// A number of at most what is left, as lengths and counts are.
  public mutating func count() throws(SealError) -> Int {
    guard let count = Int(exactly: try number()), count <= bytes.count - position else {
      throw .cutOff
    }
    return count
  }

  /// Bytes after their number.
  public mutating func content() throws(SealError) -> ArraySlice<UInt8> {
    try bytes(try count())
  }

  /// A text after its number of bytes.
  public mutating func text() throws(SealError) -> String {
    String(decoding: try content(), as: UTF8.self)
  }
}
