import Glibc

/// Finds the rows of delimited text and reads the position in each.
///
/// Fields are as in RFC 4180: a field that begins with a quote ends with one, quotes in it are
/// doubled, separators and line ends in it are text; a quote elsewhere is text. Fields that are not
/// needed are passed over eight bytes at a time.
struct RowScanner {
  private let numbers = DecimalParser()
  /// The separator, and the line feed, in every byte.
  private let separators: UInt64
  private let separator: UInt8
  private let fieldCount: Int
  /// The fields of the position in the order in which they stand.
  private let first: Int
  private let second: Int
  private let isXFirst: Bool

  private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A

  /// A scanner for rows of some fields with the position in two of them.
  init(_ dialect: DelimitedDialect, fieldCount: Int, x: Int, y: Int) {
    separator = dialect.separator
    separators = UInt64(dialect.separator) &* 0x0101_0101_0101_0101
    self.fieldCount = fieldCount
    first = min(x, y)
    second = max(x, y)
    isXFirst = x < y
  }

  /// Where a row stands while it is read.
  private struct Cursor {
    /// The next byte to read; after a field, its separator or line feed.
    var at: UnsafePointer<UInt8>
    /// Just behind the text; a line feed is written there.
    let end: UnsafePointer<UInt8>
    /// Fields passed so far.
    var fields = 0
    var reading = RowBlock.Reading.position
    var isQuoteOpen = false

    /// True at the end of a row.
    @inline(__always)
    var isAtLineFeed: Bool { at.pointee == DelimitedDialect.lineFeed }
  }

  /// Reads the rows of a block's text, as many as it has room for.
  ///
  /// The last row counts as complete without a line end only if it is the file's last.
  func scan(_ block: RowBlock, isLast: Bool) {
    let bytes = UnsafePointer(block.bytes)
    let end = bytes + block.filled
    block.bytes[block.filled] = DelimitedDialect.lineFeed
    // Locals: members of a class would be loaded anew for every row.
    let columns = block.columns
    var count = 0
    var differing: Int32 = 0
    var start = bytes
    block.hasOpenQuote = false
    while start < end, count < RowBlock.rowCapacity {
      if Self.isEmpty(start) {
        // A blank line is no row.
        start += start.pointee == DelimitedDialect.carriageReturn ? 2 : 1
        continue
      }
      var cursor = Cursor(at: start, end: end)
      let (x, y) = position(&cursor)
      passRest(&cursor)
      if cursor.at >= end {
        block.hasOpenQuote = cursor.isQuoteOpen
        if !isLast { break }
      }
      differing |= write(columns, count, cursor, x, y, start - bytes, bytes)
      count += 1
      start = cursor.at + 1
    }
    block.count = count
    block.isRegular = differing == 0
    block.consumed = min(start, end) - bytes
  }

  @inline(__always)
  private static func isEmpty(_ start: UnsafePointer<UInt8>) -> Bool {
    start.pointee == DelimitedDialect.lineFeed
      || (start.pointee == DelimitedDialect.carriageReturn
        && start[1] == DelimitedDialect.lineFeed)
  }

  /// Writes down a row; returns how many fields it lacks.
  @inline(__always)
  private func write(
    _ columns: RowColumns, _ row: Int, _ cursor: Cursor, _ x: Double, _ y: Double, _ start: Int,
    _ bytes: UnsafePointer<UInt8>
  ) -> Int32 {
    var end = min(cursor.at, cursor.end) - bytes
    if end > start, bytes[end - 1] == DelimitedDialect.carriageReturn { end -= 1 }
    let isRead = cursor.reading == .position
    columns.starts[row] = Int32(truncatingIfNeeded: start)
    columns.ends[row] = Int32(truncatingIfNeeded: end)
    columns.xs[row] = isRead ? x : .nan
    columns.ys[row] = isRead ? y : .nan
    columns.readings[row] = cursor.reading.rawValue
    let missing = Int32(truncatingIfNeeded: fieldCount &- cursor.fields)
    columns.missing[row] = missing
    return missing
  }

  // MARK: Fields

  @inline(__always)
  private func position(_ cursor: inout Cursor) -> (Double, Double) {
    guard pass(first, &cursor) else { return lacking(&cursor) }
    let one = number(&cursor)
    guard pass(second - first, &cursor, from: .terminator) else { return lacking(&cursor) }
    let other = number(&cursor)
    return isXFirst ? (one, other) : (other, one)
  }

  /// The row ends before its position.
  private func lacking(_ cursor: inout Cursor) -> (Double, Double) {
    cursor.reading = .blank
    return (.nan, .nan)
  }

  /// Where passing over fields begins.
  private enum Place { case field, terminator }

  /// Passes over fields up to the start of the one wanted; false where the row ends before.
  @inline(__always)
  private func pass(_ count: Int, _ cursor: inout Cursor, from place: Place = .field) -> Bool {
    var left = count
    if place == .terminator {
      if cursor.isAtLineFeed { return false }
      cursor.at += 1
      left -= 1
    }
    while left > 0 {
      endField(&cursor)
      if cursor.isAtLineFeed { return false }
      cursor.at += 1
      left -= 1
    }
    return true
  }

  /// Passes over the rest of a row.
  @inline(__always)
  private func passRest(_ cursor: inout Cursor) {
    while !cursor.isAtLineFeed {
      cursor.at += 1
      endField(&cursor)
    }
  }

  /// Passes over a field to its separator or line feed.
  @inline(__always)
  private func endField(_ cursor: inout Cursor) {
    cursor.fields &+= 1
    if cursor.at.pointee == DelimitedDialect.quote { return endQuotedField(&cursor) }
    findTerminator(&cursor)
  }

  @inline(__always)
  private func findTerminator(_ cursor: inout Cursor) {
    while true {
      let word = UnsafeRawPointer(cursor.at).loadUnaligned(as: UInt64.self).littleEndian
      let hits = Self.zeroBytes(word ^ separators) | Self.zeroBytes(word ^ Self.lineFeeds)
      if hits != 0 {
        cursor.at += hits.trailingZeroBitCount >> 3
        return
      }
      cursor.at += 8
    }
  }

  /// The highest bit of each byte that is zero.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  /// Passes over a field in quotes; to the end of the text if it does not end.
  private func endQuotedField(_ cursor: inout Cursor) {
    cursor.at += 1
    while cursor.at < cursor.end {
      let left = cursor.end - cursor.at
      guard let found = memchr(cursor.at, Int32(DelimitedDialect.quote), left) else {
        break
      }
      cursor.at = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
      if cursor.at.pointee != DelimitedDialect.quote { return findTerminator(&cursor) }
      cursor.at += 1
    }
    cursor.at = cursor.end
    cursor.isQuoteOpen = true
  }

  // MARK: Numbers

  /// Reads the number in a field and goes to its separator or line feed.
  @inline(__always)
  private func number(_ cursor: inout Cursor) -> Double {
    let start = cursor.at
    let isNegative = start.pointee == 45
    var at = isNegative ? start + 1 : start
    var digits: UInt64 = 0
    var count = numbers.takeDigits(&at, into: &digits)
    var decimals = 0
    if at.pointee == 46 {
      at += 1
      decimals = numbers.takeDigits(&at, into: &digits)
      count += decimals
    }
    if at.pointee == DelimitedDialect.carriageReturn, at[1] == DelimitedDialect.lineFeed { at += 1 }
    let isEnd = at.pointee == separator || at.pointee == DelimitedDialect.lineFeed
    guard isEnd, count > 0, count <= DecimalParser.maxDigits else {
      return unusualNumber(&cursor)
    }
    cursor.at = at
    cursor.fields &+= 1
    let value = numbers.value(digits: digits, decimals: decimals)
    return isNegative ? -value : value
  }

  /// A number with an exponent, blanks, quotes or many digits, or no number at all.
  @inline(never)
  private func unusualNumber(_ cursor: inout Cursor) -> Double {
    var start = cursor.at
    endField(&cursor)
    var end = min(cursor.at, cursor.end)
    while end > start, DecimalParser.isBlank(end[-1]) { end -= 1 }
    if start < end, start.pointee == DelimitedDialect.quote {
      start += 1
      if end > start, end[-1] == DelimitedDialect.quote { end -= 1 }
    }
    let text = UnsafeBufferPointer(start: start, count: end - start)
    if let value = numbers.parse(text) { return value }
    let isBlank = text.allSatisfy(DecimalParser.isBlank)
    // What cannot be read says more than what is blank.
    if cursor.reading != .unreadable { cursor.reading = isBlank ? .blank : .unreadable }
    return .nan
  }
}
