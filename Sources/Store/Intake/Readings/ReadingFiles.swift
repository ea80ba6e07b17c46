internal import CampaignData
internal import Geo
internal import Inspection

/// Streams the readings of some files, batch by batch.
struct ReadingFiles {
  /// The files.
  let paths: [String]
  let options: ReadingOptions
  let names = SiteNames()
  private let meters = MeterNumbers()
  private let batch = ReadingBatch()
  let rejects: ReadingRejects
  /// Rows read.
  private(set) var read = 0
  /// Sentences for the reader.
  private(set) var warnings: [String] = []
  /// The number of the first reading of each file opened so far, counted over all, its line, and how
  /// many readings stand in a line.
  private var firstRows: [(row: Int, file: String, firstLine: Int, perRow: Int)] = []

  init(_ paths: [String], options: ReadingOptions, rejects: ReadingRejects) {
    self.paths = paths
    self.options = options
    self.rejects = rejects
  }

  /// Hands on every batch, and which of the files it is of.
  mutating func forEachBatch(
    _ body: (ReadingBatch, _ file: Int, inout ReadingFiles) throws -> Void
  ) throws {
    for (number, path) in paths.enumerated() {
      if Self.isText(path) {
        try readText(path, number, body)
      } else {
        try readTable(path, number, body)
      }
    }
  }

  /// Lists a fault of a row that was read before; `text` stands for its line.
  func reject(row: UInt32, _ failure: ReadingFailure, text: @autoclosure () -> String) throws {
    let place = place(of: Int(row))
    try rejects.add(
      file: place.file, row: place.line, column: nil, value: nil, failure, line: text())
  }

  /// Whether a file is read as text; other files go through GDAL.
  static func isText(_ path: String) -> Bool {
    if path == "-" { return true }
    guard let dot = path.lastIndex(of: "."), !path.hasPrefix("PG:") else {
      return !path.contains(":")
    }
    return ["csv", "txt", "tsv", "gz"].contains(path[path.index(after: dot)...].lowercased())
  }

  /// What GDAL calls a file.
  static func systemPath(_ path: String) -> String {
    path.hasSuffix(".gz") && !path.hasPrefix("/vsi") ? "/vsigzip/" + path : path
  }

  static func reader(
    of path: String, options: ReadingOptions
  ) throws(StoreError) -> LineReader {
    do {
      guard let headings = options.headings else {
        return try LineReader(path: systemPath(path), encoding: options.encoding)
      }
      return try LineReader(
        path: systemPath(path), headings: headings, dialect: DelimitedDialect(separator: 9))
    } catch {
      throw StoreError(reading: error)
    }
  }

  private mutating func readText(
    _ path: String, _ number: Int,
    _ body: (ReadingBatch, _ file: Int, inout ReadingFiles) throws -> Void
  ) throws {
    var reader = try Self.reader(of: path, options: options)
    let layout = try ReadingLayout(reader.headings, path: path, options: options)
    warn(of: layout, path)
    firstRows.append((read, path, options.headings == nil ? 2 : 1, layout.perRow))
    var scanner = ReadingScanner(layout, separator: reader.dialect.separator, options: options)
    let block = LineBlock(capacity: options.blockBytes)
    var frame = options.isFramed ? StreamFrame(path: path) : nil
    while true {
      do throws(GDALError) {
        guard try reader.read(into: block) else { break }
      } catch {
        throw StoreError(reading: error)
      }
      try frame?.take(block)
      try scan(block, &scanner, layout, number, body)
    }
    try frame?.check()
  }

  private mutating func scan(
    _ block: LineBlock, _ scanner: inout ReadingScanner, _ layout: ReadingLayout, _ number: Int,
    _ body: (ReadingBatch, _ file: Int, inout ReadingFiles) throws -> Void
  ) throws {
    guard read < Int(UInt32.max) - 2 * (1 << 20) else {
      throw StoreError(
        .badData, "more than four thousand million readings", file: paths[number],
        nextStep: "Divide them by site and run once for each part.")
    }
    let batch = batch
    var failures: [ReadingScanner.Failure] = []
    read += scanner.scan(
      block, firstRow: UInt32(read), names: names, meters: meters, into: batch, &failures)
    for failure in failures { try reject(failure, block, layout) }
    try body(batch, number, &self)
  }

  private func reject(
    _ failure: ReadingScanner.Failure, _ block: LineBlock, _ layout: ReadingLayout
  ) throws {
    let place = place(of: Int(failure.row))
    func text(_ range: Range<Int>) -> String {
      let bytes = UnsafeBufferPointer(
        start: block.bytes + range.lowerBound, count: min(400, range.count))
      return DelimitedText.string(bytes, encoding: options.encoding)
    }
    try rejects.add(
      file: place.file, row: place.line, column: failure.field.map { layout.headings[$0] },
      value: text(failure.value), failure.failure, readings: failure.readings,
      line: text(failure.line))
  }

  /// A table that GDAL reads goes the same way as text, put into lines first.
  private mutating func readTable(
    _ path: String, _ number: Int,
    _ body: (ReadingBatch, _ file: Int, inout ReadingFiles) throws -> Void
  ) throws {
    var rows = ImportOptions()
    rows.layer = options.layer
    rows.encoding = options.encoding
    var source = try RowSource(path: path, kind: "readings", options: rows)
    let layout = try ReadingLayout(source.headings, path: path, options: options)
    warn(of: layout, path)
    firstRows.append((read, path, 1, layout.perRow))
    var scanner = ReadingScanner(layout, separator: 31, options: options)
    let block = LineBlock(capacity: 1 << 22)
    while true {
      let batch = try source.nextBatch()
      guard !batch.isEmpty else { return }
      var lines: [UInt8] = []
      for row in batch {
        for (place, value) in row.values.enumerated() {
          if place > 0 { lines.append(31) }
          for byte in FieldParser.text(of: value).utf8 where byte != 10 && byte != 31 {
            lines.append(byte)
          }
        }
        lines.append(10)
      }
      guard block.fill(lines) else {
        throw StoreError(
          .badData, "rows are too long for readings", file: path,
          nextStep: "Name the layer of the readings with --layer.")
      }
      try scan(block, &scanner, layout, number, body)
    }
  }

  private mutating func warn(of layout: ReadingLayout, _ path: String) {
    guard !layout.unmatched.isEmpty else { return }
    let names = layout.unmatched.joined(separator: ", ")
    warnings.append("\(path): these headings mean nothing here and were left out: \(names).")
  }

  /// The file and line of a row; blank lines are not counted.
  private func place(of row: Int) -> (file: String, line: Int) {
    guard let found = firstRows.last(where: { $0.row <= row }) else { return ("", row) }
    return (found.file, (row - found.row) / found.perRow + found.firstLine)
  }
}
