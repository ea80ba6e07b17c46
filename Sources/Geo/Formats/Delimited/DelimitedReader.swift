/// Reads a delimited text file (CSV) block by block: its rows as they stand there, and the position
/// that each gives in two of its fields.
///
/// For files too large for features: a row costs tens of nanoseconds, memory does not grow with
/// their number. The separator is found in the first line, which holds the headings. Text is UTF-8,
/// with or without a mark at its start, or GB18030, whose characters never contain a separator.
///
///     var reader = try DelimitedReader(path: "complaints.csv")
///     reader.setPosition(x: 3, y: 4)
///     while try reader.read(into: block) { ... }
public struct DelimitedReader: ~Copyable {
  /// The file; "-" is standard input.
  public let path: String
  /// The names of the fields.
  public let headings: [String]
  /// How the file is written.
  public let dialect: DelimitedDialect
  /// How many bytes the file has; nil for a stream.
  public var size: UInt64? { input.size }
  /// How many bytes are read.
  public private(set) var bytesRead: UInt64 = 0

  private var input: ByteInput
  private var rest: [UInt8]
  private var isAtEnd: Bool
  private var nextRow = 1
  private var scanner: RowScanner
  /// Text with bytes beyond ASCII is decoded, not tested, where the encoding is named.
  private let isEncodingNamed: Bool

  /// A row longer than this is taken for one with a quote that never ends.
  private static let rowLimit = 1 << 25

  /// Opens a file and reads its headings.
  ///
  /// - Parameters:
  ///   - path: The file, "-" for standard input, or a path of GDAL's virtual file systems.
  ///   - encoding: The encoding of its text; nil tells UTF-8 and GB18030 apart.
  public init(path: String, encoding: String? = nil) throws(GDALError) {
    var input = try ByteInput(path)
    let head = try DelimitedHead(&input, encoding: encoding)
    self.path = path
    headings = head.headings
    dialect = head.dialect
    scanner = RowScanner(head.dialect, fieldCount: head.headings.count, x: 0, y: 1)
    rest = head.rest
    isAtEnd = head.isWhole
    bytesRead = UInt64(head.bytesRead)
    isEncodingNamed = encoding != nil
    self.input = input
  }

  /// Says in which fields the position stands, counted from 0.
  public mutating func setPosition(x: Int, y: Int) {
    precondition(x != y && headings.indices.contains(x) && headings.indices.contains(y))
    scanner = RowScanner(dialect, fieldCount: headings.count, x: x, y: y)
  }

  /// Fills a block with the next rows; false at the end.
  ///
  /// Throws `unreadable` if a quote is never closed or the file is damaged.
  public mutating func read(into block: RowBlock) throws(GDALError) -> Bool {
    block.filled = 0
    guard block.reserve(rest.count) else { throw unclosed(row: nextRow) }
    block.append(rest)
    rest = []
    while true {
      try fill(block)
      scanner.scan(block, isLast: isAtEnd)
      if isAtEnd, scanner.endsInQuotes(block) { throw unclosed(row: nextRow + block.count - 1) }
      if block.count > 0 || isAtEnd { break }
      guard block.capacity < Self.rowLimit, block.reserve(2 * block.capacity) else {
        throw unclosed(row: nextRow)
      }
    }
    rest = block.rest
    block.firstRow = nextRow
    nextRow += block.count
    block.noteEncoding(isNamed: isEncodingNamed)
    return block.count > 0
  }

  private mutating func fill(_ block: RowBlock) throws(GDALError) {
    let room = block.capacity - block.filled
    guard !isAtEnd, room > 0 else { return }
    let count = try input.read(
      into: UnsafeMutableRawBufferPointer(start: block.bytes + block.filled, count: room))
    block.filled += count
    bytesRead += UInt64(count)
    isAtEnd = count < room
  }

  private func unclosed(row: Int) -> GDALError {
    GDALError(
      .unreadable,
      "row \(row): a field opens with a quote that is never closed: close it, or "
        + "double it if it is part of the text", path: path)
  }
}

// Sound: every use of the input is `mutating`, so exclusive.
extension DelimitedReader: @unchecked Sendable {}
