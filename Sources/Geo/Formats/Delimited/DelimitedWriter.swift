/// Writes rows of delimited text as they were read, each with fields behind it.
///
/// The file takes its place when `close` succeeds; a writer that is dropped leaves nothing.
public struct DelimitedWriter: ~Copyable {
  private var output: ByteOutput
  private let dialect: DelimitedDialect
  private var decoder: TextDecoder
  private let memory = AlignedColumn<UInt8>(repeating: 0, count: capacity + RowBlock.padding)
  private var used = 0

  private static let capacity = 1 << 20

  /// Starts a file with its headings.
  ///
  /// - Parameters:
  ///   - path: The file; "-" is standard output.
  ///   - headings: The names of the fields.
  ///   - dialect: How to write.
  ///   - encoding: What rows that are no UTF-8 are decoded from; nil is GB18030.
  ///   - overwrite: Whether an existing file may be replaced.
  public init(
    creating path: String, headings: [String], dialect: DelimitedDialect, encoding: String? = nil,
    overwrite: Bool
  ) throws(GDALError) {
    let decoder = try TextDecoder(encoding: encoding)
    var output = try ByteOutput(path, overwrite: overwrite)
    let line = dialect.fields(headings) + dialect.lineEnd
    try line.withUnsafeBufferPointer { line throws(GDALError) in
      try output.write(UnsafeRawBufferPointer(line))
    }
    self.decoder = decoder
    self.output = output
    self.dialect = dialect
  }

  /// What is not written out yet, with room for a last step of copying.
  private var buffer: UnsafeMutablePointer<UInt8> { memory.base }

  /// Appends every row of a block that `isPlain`, with the ending of its group.
  public mutating func append(
    _ block: RowBlock, endings: RowEndings, groups: Span<Int32>
  ) throws(GDALError) {
    precondition(block.isPlain && groups.count >= block.count)
    var row = 0
    while row < block.count {
      row = endings.bytes.withUnsafeBufferPointer { texts in
        endings.starts.withUnsafeBufferPointer { starts in
          copy(block, from: row, groups, texts, starts, longest: endings.longest)
        }
      }
      guard row < block.count else { return }
      let size = block.text(row).count + endings.longest
      if size > Self.capacity {
        // Longer than the buffer: not copied through it.
        try append(row, of: block, endings: endings, group: groups[row])
        row += 1
      } else {
        try makeRoom(size)
      }
    }
  }

  /// Copies rows while there is room; returns the first that is left.
  private mutating func copy(
    _ block: RowBlock, from first: Int, _ groups: Span<Int32>,
    _ texts: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<Int32>, longest: Int
  ) -> Int {
    guard let texts = texts.baseAddress else { return block.count }
    let (bytes, spans) = (UnsafePointer(block.bytes), block.spans)
    var row = first
    var end = buffer + used
    let limit = buffer + Self.capacity - longest
    while row < block.count {
      let length = spans[row].count
      guard end + length <= limit else { break }
      Self.copy(bytes + Int(spans[row].start), length, to: end)
      end += length
      let group = Int(groups[row]) + 1
      let start = Int(starts[group])
      let count = Int(starts[group + 1]) - start
      Self.copy(texts + start, count, to: end)
      end += count
      row += 1
    }
    used = end - buffer
    return row
  }

  /// Copies bytes in steps of 32, the last of which may reach beyond them on both sides.
  @inline(__always)
  private static func copy(
    _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) {
    let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
    var place = 0
    repeat {
      to.storeBytes(
        of: from.loadUnaligned(fromByteOffset: place, as: SIMD32<UInt8>.self),
        toByteOffset: place, as: SIMD32<UInt8>.self)
      place += 32
    } while place < count
  }

  /// Appends one row of any block with the ending of its group and perhaps further fields.
  ///
  /// Fields that the row lacks are written empty; fields beyond the headings must be empty and are
  /// left out.
  public mutating func append(
    _ row: Int, of block: RowBlock, endings: RowEndings, group: Int32, further: [String] = []
  ) throws(GDALError) {
    var line = utf8(block, row)
    line.removeLast(block.surplus(row))
    line += [UInt8](repeating: dialect.separator, count: block.lacking(row))
    line += endings.fields(group)
    for field in further { line += [dialect.separator] + dialect.field(field) }
    try append(line + dialect.lineEnd)
  }

  /// Appends a row of texts, one for each heading.
  public mutating func append(_ fields: [String]) throws(GDALError) {
    try append(dialect.fields(fields) + dialect.lineEnd)
  }

  /// Appends one row of a block as a field, behind other fields.
  public mutating func append(
    _ fields: [String], quoting row: Int, of block: RowBlock
  ) throws(GDALError) {
    try append(fields + [String(decoding: utf8(block, row), as: UTF8.self)])
  }

  private mutating func utf8(_ block: RowBlock, _ row: Int) -> [UInt8] {
    let text = block.text(row)
    guard !block.isUTF8, text.contains(where: { $0 >= 0x80 }) else { return Array(text) }
    let bytes = text.map { CChar(bitPattern: $0) } + [0]
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { Array(decoder.decode($0).utf8) } ?? []
    }
  }

  private mutating func append(_ line: [UInt8]) throws(GDALError) {
    try makeRoom(line.count)
    line.withUnsafeBufferPointer { line in
      guard let base = line.baseAddress, line.count <= Self.capacity else { return }
      (buffer + used).update(from: base, count: line.count)
      used += line.count
    }
    guard line.count > Self.capacity else { return }
    try line.withUnsafeBufferPointer { bytes throws(GDALError) in
      try output.write(UnsafeRawBufferPointer(bytes))
    }
  }

  /// Writes out what is in the buffer where less room than that is left.
  private mutating func makeRoom(_ count: Int) throws(GDALError) {
    guard used + count > Self.capacity else { return }
    try output.write(UnsafeRawBufferPointer(start: buffer, count: used))
    used = 0
  }

  /// Writes everything out and puts the file in its place.
  public consuming func close() throws(GDALError) {
    try output.write(UnsafeRawBufferPointer(start: buffer, count: used))
    used = 0
    try output.close()
  }
}

// Sound: every use is `mutating` or `consuming`, so exclusive.
extension DelimitedWriter: @unchecked Sendable {}
