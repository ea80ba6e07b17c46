/// Rows of a delimited text file, as they stand there, each with the position that it gives.
///
/// A block is filled, read and filled again; its memory is allocated once and grows only for a row
/// that does not fit. One task uses a block at a time, hence `Sendable`.
public final class RowBlock: @unchecked Sendable {
  /// Room for rows; a block of shorter rows is left when it is used up.
  static let rowCapacity = 1 << 17
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

  /// Where a row begins and, its line end left out, ends in the text.
  struct Span: BitwiseCopyable {
    let start: Int32
    let end: Int32

    @inline(__always)
    init(_ start: Int, _ end: Int) {
      self.start = Int32(truncatingIfNeeded: start)
      self.end = Int32(truncatingIfNeeded: end)
    }

    @inline(__always)
    var count: Int { Int(end &- start) }
  }

  /// A row with something unusual.
  struct Oddity {
    let row: Int
    let reading: Reading
    /// Fields that it lacks or, negative, has too many.
    let missing: Int
  }

  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// Bytes of text in the block, of which the rows may leave a rest.
  var filled = 0
  /// Bytes of text up to the end of the last row.
  var consumed = 0

  let spans: UnsafeMutablePointer<Span>
  /// The rows' positions; NaN where one gives none.
  let xs: UnsafeMutablePointer<Double>
  let ys: UnsafeMutablePointer<Double>
  /// The unusual rows, rising.
  private var oddities: [Oddity] = []

  /// How many rows there are.
  public internal(set) var count = 0
  /// The number of the first row in its file, from 1, headings not counted.
  public internal(set) var firstRow = 1
  /// Whether every row can be copied as it is: it is UTF-8.
  private(set) var isUTF8 = true
  /// Whether every row has as many fields as there are headings.
  private var isRegular = true

  /// An empty block for about four megabytes of text.
  public convenience init() { self.init(capacity: 1 << 22) }

  init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + Self.padding)
    bytes.initialize(repeating: 0, count: capacity + Self.padding)
    spans = .allocate(capacity: Self.rowCapacity)
    xs = .allocate(capacity: Self.rowCapacity)
    ys = .allocate(capacity: Self.rowCapacity)
  }

  deinit {
    bytes.deallocate()
    spans.deallocate()
    xs.deallocate()
    ys.deallocate()
  }
}

// MARK: Rows

extension RowBlock {
  /// Calls a function with the rows' positions as two columns; NaN where a row gives none.
  public func withPositions<Result>(
    _ body: (_ xs: Swift.Span<Double>, _ ys: Swift.Span<Double>) throws -> Result
  ) rethrows -> Result {
    try body(
      UnsafeBufferPointer(start: xs, count: count).span,
      UnsafeBufferPointer(start: ys, count: count).span)
  }

  /// What became of a row's position.
  public func reading(_ row: Int) -> Reading { oddity(row)?.reading ?? .position }

  /// The rows whose position is blank, or unreadable, rising.
  public func rows(_ reading: Reading) -> [Int] {
    reading == .position
      ? (0..<count).filter { self.reading($0) == .position }
      : oddities.filter { $0.reading == reading }.map(\.row)
  }

  /// How many fields a row has beyond the headings.
  public func surplus(_ row: Int) -> Int { max(0, -(oddity(row)?.missing ?? 0)) }

  /// How many fields a row has too few.
  func lacking(_ row: Int) -> Int { max(0, oddity(row)?.missing ?? 0) }

  /// Whether all that a row has beyond the headings is separators.
  public func isSurplusEmpty(_ row: Int, in dialect: DelimitedDialect) -> Bool {
    text(row).suffix(surplus(row)).allSatisfy { $0 == dialect.separator }
  }

  /// Whether every row can be copied as it is: as many fields as there are headings, in UTF-8.
  public var isPlain: Bool { isRegular && isUTF8 }

  /// The bytes of a row, its line end left out.
  func text(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(row >= 0 && row < count)
    return UnsafeBufferPointer(start: bytes + Int(spans[row].start), count: spans[row].count)
  }

  /// What is unusual about a row; O(log of the unusual rows).
  private func oddity(_ row: Int) -> Oddity? {
    var (low, high) = (0, oddities.count)
    while low < high {
      let middle = (low + high) / 2
      if oddities[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low < oddities.count && oddities[low].row == row ? oddities[low] : nil
  }
}

// MARK: Filling

extension RowBlock {
  /// Forgets the rows.
  func clearRows() {
    count = 0
    oddities.removeAll(keepingCapacity: true)
    isRegular = true
  }

  /// Notes an unusual row, behind those noted before.
  func note(_ oddity: Oddity) {
    oddities.append(oddity)
    isRegular = isRegular && oddity.missing == 0
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
