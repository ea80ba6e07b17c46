/// What the start of a delimited text file says: its separator, its headings, and where rows begin.
struct DelimitedHead {
  /// The names of the fields.
  let headings: [String]
  /// How the file is written.
  let dialect: DelimitedDialect
  /// What was read behind the headings.
  let rest: [UInt8]
  /// Whether that is all there is.
  let isWhole: Bool
  /// Bytes read so far.
  let bytesRead: Int

  /// Reads the start of a file; throws `unreadable` where no headings are found.
  init(_ input: inout ByteInput, encoding: String?) throws(GDALError) {
    var decoder = try TextDecoder(encoding: encoding)
    let capacity = 1 << 16
    var start = [UInt8](repeating: 0, count: capacity)
    let count = try start.withUnsafeMutableBufferPointer { bytes throws(GDALError) in
      try input.read(into: UnsafeMutableRawBufferPointer(bytes))
    }
    start.removeLast(capacity - count)
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
    guard let end = Self.firstLineEnd(start) ?? (count < capacity ? start.count : nil),
      end > 0, !start[..<end].contains(0)
    else { throw Self.noHeadings(start, input.path) }
    let (dialect, fields) = start[..<end].withUnsafeBufferPointer { line in
      let dialect = DelimitedDialect(heading: line)
      let isCut = line.last == DelimitedDialect.carriageReturn
      return (dialect, dialect.split(UnsafeBufferPointer(rebasing: line.dropLast(isCut ? 1 : 0))))
    }
    var headings: [String] = []
    for field in fields { headings.append(field.withUnsafeBufferPointer { decoder.decode($0) }) }
    self.headings = headings
    self.dialect = dialect
    rest = Array(start[min(end + 1, start.count)...])
    isWhole = count < capacity
    bytesRead = count
  }

  private static func firstLineEnd(_ bytes: [UInt8]) -> Int? {
    var isQuoted = false
    for (place, byte) in bytes.enumerated() {
      if byte == DelimitedDialect.quote { isQuoted.toggle() }
      if byte == DelimitedDialect.lineFeed, !isQuoted { return place }
    }
    return nil
  }

  private static func noHeadings(_ start: [UInt8], _ path: String) -> GDALError {
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      return GDALError(.unreadable, "its text is UTF-16: save it as CSV in UTF-8", path: path)
    }
    return GDALError(
      .unreadable, "no columns are found: the first line must hold two headings or more",
      path: path)
  }
}
