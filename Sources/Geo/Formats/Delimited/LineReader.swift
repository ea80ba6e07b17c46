/// Reads a delimited text file as blocks of whole lines, for those who take the fields apart
/// themselves.
///
/// A line feed ends a line, in quotes too: not for texts that run over several lines.
public struct LineReader: ~Copyable {
  /// The file; "-" is standard input.
  public let path: String
  /// The names of the fields.
  public let headings: [String]
  /// How the file is written.
  public let dialect: DelimitedDialect
  /// How many bytes the file has; nil for a stream.
  public var size: UInt64? { input.size }
  /// How many bytes are read.
  public private(set) var bytesRead: UInt64

  private var input: ByteInput
  private var rest: [UInt8]
  private var isAtEnd: Bool

  /// Opens a file and reads its headings.
  public init(path: String, encoding: String? = nil) throws(GDALError) {
    var input = try ByteInput(path)
    let head = try DelimitedHead(&input, encoding: encoding)
    self.path = path
    headings = head.headings
    dialect = head.dialect
    rest = head.rest
    isAtEnd = head.isWhole
    bytesRead = UInt64(head.bytesRead)
    self.input = input
  }

  /// Opens a file that has no line of headings.
  public init(
    path: String, headings: [String], dialect: DelimitedDialect
  ) throws(GDALError) {
    let input = try ByteInput(path)
    self.path = path
    self.headings = headings
    self.dialect = dialect
    rest = []
    isAtEnd = false
    bytesRead = 0
    self.input = input
  }

  /// Fills a block with the next lines; false at the end.
  ///
  /// Throws `unreadable` for a line longer than a block.
  public mutating func read(into block: LineBlock) throws(GDALError) -> Bool {
    block.count = 0
    block.filled = 0
    let held = min(rest.count, block.capacity - 1)
    rest.withUnsafeBufferPointer { rest in
      if let base = rest.baseAddress { block.bytes.update(from: base, count: held) }
    }
    block.filled = held
    rest.removeFirst(held)
    while !isAtEnd, rest.isEmpty, block.filled < block.capacity - 1 {
      let room = block.capacity - 1 - block.filled
      let count = try input.read(
        into: UnsafeMutableRawBufferPointer(start: block.bytes + block.filled, count: room))
      block.filled += count
      bytesRead += UInt64(count)
      isAtEnd = count < room
    }
    if isAtEnd, rest.isEmpty {
      guard block.filled > 0 else { return false }
      if block.bytes[block.filled - 1] != DelimitedDialect.lineFeed {
        block.bytes[block.filled] = DelimitedDialect.lineFeed
        block.filled += 1
      }
      block.count = block.filled
      return true
    }
    var end = block.filled
    while end > 0, block.bytes[end - 1] != DelimitedDialect.lineFeed { end -= 1 }
    guard end > 0 else {
      throw GDALError(
        .unreadable, "a line is longer than \(block.capacity) bytes: this is no table", path: path)
    }
    block.count = end
    let cut = UnsafeBufferPointer(start: block.bytes + end, count: block.filled - end)
    rest = Array(cut) + rest
    return true
  }
}

// Sound: every use of the input is `mutating`, so exclusive.
extension LineReader: @unchecked Sendable {}
