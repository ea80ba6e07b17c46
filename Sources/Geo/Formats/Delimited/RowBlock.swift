/// Rows of a delimited text file, as they stand there, each with the position that it gives.
///
/// A block is filled, read and filled again; its memory is allocated once and grows only for a row
/// that does not fit. One task uses a block at a time, hence `Sendable`.
public final class RowBlock: @unchecked Sendable {
  /// Room for rows; a block of shorter rows is left when it is used up.
  static let rowCapacity = 1 << 16
  /// Bytes behind the text that may be read, and written over, without being part of it.
  static let padding = 64

  /// What became of a row's position.
  public enum Reading: UInt8, Sendable {
    /// Two numbers.
    case position
    /// Nothing in one of the fields, or in both.
    case blank
    /// Something else in one of them.
    case unreadable
  }

  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// Bytes of text in the block, of which the rows may leave a rest.
  var filled = 0
  /// Bytes of text up to the end of the last row.
  var consumed = 0

  /// The rows.
  let columns: RowColumns

  /// How many rows there are.
  public internal(set) var count = 0
  /// The number of the first row in its file, from 1, headings not counted.
  public internal(set) var firstRow = 1
  /// Whether every row has as many fields as there are headings.
  var isRegular = true
  /// Whether the text ends within a field in quotes.
  var hasOpenQuote = false
  /// Whether every row can be copied as it is: it is UTF-8.
  var isUTF8 = true

  /// An empty block for about a megabyte of text.
  public convenience init() { self.init(capacity: 1 << 20) }

  init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + Self.padding)
    bytes.initialize(repeating: 0, count: capacity + Self.padding)
    columns = RowColumns(capacity: Self.rowCapacity)
  }

  deinit {
    bytes.deallocate()
    columns.deallocate()
  }

  /// Calls a function with the rows' positions as two columns; NaN where a row gives none.
  public func withPositions<Result>(
    _ body: (_ xs: Span<Double>, _ ys: Span<Double>) throws -> Result
  ) rethrows -> Result {
    try body(
      UnsafeBufferPointer(start: columns.xs, count: count).span,
      UnsafeBufferPointer(start: columns.ys, count: count).span)
  }

  /// What became of a row's position.
  public func reading(_ row: Int) -> Reading {
    precondition(row >= 0 && row < count)
    return Reading(rawValue: columns.readings[row]) ?? .unreadable
  }

  /// How many fields a row has beyond the headings.
  public func surplus(_ row: Int) -> Int {
    precondition(row >= 0 && row < count)
    return max(0, -Int(columns.missing[row]))
  }

  /// How many fields a row has too few.
  func lacking(_ row: Int) -> Int {
    precondition(row >= 0 && row < count)
    return max(0, Int(columns.missing[row]))
  }

  /// Whether all that a row has beyond the headings is separators.
  public func isSurplusEmpty(_ row: Int, in dialect: DelimitedDialect) -> Bool {
    text(row).suffix(surplus(row)).allSatisfy { $0 == dialect.separator }
  }

  /// Whether every row can be copied as it is: as many fields as there are headings, in UTF-8.
  public var isPlain: Bool { isRegular && isUTF8 }

  /// The bytes of a row, its line end left out.
  func text(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: bytes + Int(columns.starts[row]), count: Int(columns.ends[row] - columns.starts[row]))
  }

  /// Makes room for some bytes of text, keeping what is there; false beyond what rows can address.
  func reserve(_ count: Int) -> Bool {
    guard count > capacity else { return true }
    guard count < 1 << 30 else { return false }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: count + Self.padding)
    larger.initialize(repeating: 0, count: count + Self.padding)
    larger.update(from: bytes, count: filled)
    bytes.deallocate()
    bytes = larger
    capacity = count
    return true
  }

  /// Adds bytes that there is room for.
  func append(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      (bytes + filled).update(from: base, count: text.count)
    }
    filled += text.count
  }

  /// The text behind the last row.
  var rest: [UInt8] {
    Array(UnsafeBufferPointer(start: bytes + consumed, count: filled - consumed))
  }

  /// Looks whether the text is UTF-8; nothing beyond ASCII is where the encoding is named.
  func noteEncoding(isNamed: Bool) {
    let text = UnsafeBufferPointer(start: bytes, count: consumed)
    let union = text.reduce(0, |)
    isUTF8 = union < 0x80 || (!isNamed && (try? UTF8Span(validating: text.span)) != nil)
  }
}

/// What is known of each row of a block, in memory of its own.
struct RowColumns {
  /// Where the row begins and, its line end left out, ends in the text.
  let starts: UnsafeMutablePointer<Int32>
  let ends: UnsafeMutablePointer<Int32>
  /// Its position; NaN if it gives none.
  let xs: UnsafeMutablePointer<Double>
  let ys: UnsafeMutablePointer<Double>
  let readings: UnsafeMutablePointer<UInt8>
  /// Fields that it lacks or, negative, has too many.
  let missing: UnsafeMutablePointer<Int32>

  init(capacity: Int) {
    starts = .allocate(capacity: capacity)
    ends = .allocate(capacity: capacity)
    xs = .allocate(capacity: capacity)
    ys = .allocate(capacity: capacity)
    readings = .allocate(capacity: capacity)
    missing = .allocate(capacity: capacity)
  }

  func deallocate() {
    starts.deallocate()
    ends.deallocate()
    xs.deallocate()
    ys.deallocate()
    readings.deallocate()
    missing.deallocate()
  }
}
