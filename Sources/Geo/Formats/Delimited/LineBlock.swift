/// Whole lines of text, as they stand in a file.
///
/// A block is filled, read and filled again; its memory is allocated once. One task uses a block at a
/// time, hence `Sendable`.
public final class LineBlock: @unchecked Sendable {
  /// Bytes behind the text that may be read without being part of it.
  public static let padding = 64

  /// The text; every line ends with a line feed, the last one too.
  public let bytes: UnsafeMutablePointer<UInt8>
  /// Room for text.
  let capacity: Int
  /// Bytes of whole lines.
  public internal(set) var count = 0
  /// Bytes in memory, of which a last line may not be whole.
  var filled = 0

  /// An empty block for some bytes of text; a line must fit into it.
  public init(capacity: Int = 1 << 20) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + Self.padding)
    bytes.initialize(repeating: 0, count: capacity + Self.padding)
  }

  deinit { bytes.deallocate() }

  /// Drops the lines from the one that begins at a byte.
  public func dropLines(from byte: Int) { count = min(count, max(0, byte)) }

  /// Fills it with lines that are no file's; false if there is no room.
  public func fill(_ lines: [UInt8]) -> Bool {
    guard lines.count <= capacity, lines.last == DelimitedDialect.lineFeed else { return false }
    lines.withUnsafeBufferPointer { lines in
      guard let base = lines.baseAddress else { return }
      bytes.update(from: base, count: lines.count)
    }
    (count, filled) = (lines.count, lines.count)
    return true
  }
}
