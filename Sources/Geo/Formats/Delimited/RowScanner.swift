import Glibc

/// Finds the rows of delimited text and reads the position in each.
///
/// Fields are as in RFC 4180: a field that begins with a quote ends with one, quotes in it are
/// doubled, separators and line ends in it are text; a quote elsewhere is text. Fields that are not
/// needed are passed over eight bytes at a time. What is unusual about a row is found out apart, so
/// that the way of the others stays in registers.
struct RowScanner {
  typealias Place = UnsafePointer<UInt8>

  private let numbers = DecimalParser()
  private let separator: UInt8
  /// The separator in every byte.
  private let separators: UInt64
  private let fieldCount: Int
  /// The fields of the position in the order in which they stand.
  private let first: Int
  private let second: Int
  private let isXFirst: Bool

  private static let lineFeed = DelimitedDialect.lineFeed
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

  /// Reads the rows of a block's text, as many as it has room for.
  ///
  /// The last row counts as complete without a line end only if it is the file's last.
  func scan(_ block: RowBlock, isLast: Bool) {
    let bytes = Place(block.bytes)
    let end = bytes + block.filled
    block.bytes[block.filled] = Self.lineFeed
    block.clearRows()
    let (spans, xs, ys) = (block.spans, block.xs, block.ys)
    var count = 0
    var start = bytes
    while start < end, count < RowBlock.rowCapacity {
      if Self.isEmpty(start) {
        // A blank line is no row.
        start += start.pointee == DelimitedDialect.carriageReturn ? 2 : 1
        continue
      }
      var at = start
      var fields = 0
      let (x, y) = position(&at, &fields, end)
      passRest(&at, &fields, end)
      if at >= end, !isLast { break }
      spans[count] = RowBlock.Span(start - bytes, Self.textEnd(start, min(at, end)) - bytes)
      xs[count] = x
      ys[count] = y
      // Not a number is not equal to itself.
      if fields != fieldCount || x != x || y != y { note(count, start, end, fields, in: block) }
      count += 1
      start = at + 1
    }
    block.count = count
    block.consumed = min(start, end) - bytes
  }

  @inline(__always)
  private static func isEmpty(_ start: Place) -> Bool {
    start.pointee == lineFeed
      || (start.pointee == DelimitedDialect.carriageReturn && start[1] == lineFeed)
  }

  /// Where a row's text ends, its line end left out.
  @inline(__always)
  private static func textEnd(_ start: Place, _ end: Place) -> Place {
    end > start && end[-1] == DelimitedDialect.carriageReturn ? end - 1 : end
  }

  // MARK: Fields

  @inline(__always)
  private func position(
    _ at: inout Place, _ fields: inout Int, _ end: Place
  ) -> (Double, Double) {
    guard pass(first, &at, &fields, end) else { return (.nan, .nan) }
    let one = number(&at, end)
    fields &+= 1
    guard at.pointee != Self.lineFeed else { return (.nan, .nan) }
    at += 1
    guard pass(second &- first &- 1, &at, &fields, end) else { return (.nan, .nan) }
    let other = number(&at, end)
    fields &+= 1
    return isXFirst ? (one, other) : (other, one)
  }

  /// Passes over fields to the start of the next one; false where the row ends before.
  @inline(__always)
  private func pass(
    _ count: Int, _ at: inout Place, _ fields: inout Int, _ end: Place
  ) -> Bool {
    var left = count
    while left > 0 {
      at = fieldEnd(at, end)
      fields &+= 1
      if at.pointee == Self.lineFeed { return false }
      at += 1
      left &-= 1
    }
    return true
  }

  /// Passes over the rest of a row.
  @inline(__always)
  private func passRest(_ at: inout Place, _ fields: inout Int, _ end: Place) {
    while at.pointee != Self.lineFeed {
      at = fieldEnd(at + 1, end)
      fields &+= 1
    }
  }

  /// The separator or line feed behind a field.
  @inline(__always)
  private func fieldEnd(_ at: Place, _ end: Place) -> Place {
    if at.pointee == DelimitedDialect.quote { return quotedFieldEnd(at, end) }
    return terminator(at)
  }

  /// The next separator or line feed.
  @inline(__always)
  private func terminator(_ at: Place) -> Place {
    var at = at
    while true {
      let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self).littleEndian
      let hits = Self.zeroBytes(word ^ separators) | Self.zeroBytes(word ^ Self.lineFeeds)
      if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
      at += 8
    }
  }

  /// The highest bit of each byte that is zero.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  /// The separator or line feed behind a field in quotes; the end of the text if it does not end.
  @inline(never)
  private func quotedFieldEnd(_ start: Place, _ end: Place) -> Place {
    var at = start + 1
    while at < end, let found = memchr(at, Int32(DelimitedDialect.quote), end - at) {
      at = Place(found.assumingMemoryBound(to: UInt8.self)) + 1
      if at.pointee != DelimitedDialect.quote { return terminator(at) }
      at += 1
    }
    return end
  }

  // MARK: Numbers

  /// Reads the number in a field and goes to its separator or line feed; NaN if it is none.
  @inline(__always)
  private func number(_ at: inout Place, _ end: Place) -> Double {
    var next = at
    let value = numbers.takeNumber(&next)
    if next.pointee == separator || next.pointee == Self.lineFeed, value == value {
      at = next
      return value
    }
    let start = at
    at = unusualNumberEnd(start, end)
    return unusualNumber(start, min(at, end))
  }

  @inline(never)
  private func unusualNumberEnd(_ start: Place, _ end: Place) -> Place { fieldEnd(start, end) }

  /// The number in a field with blanks, quotes, an exponent or many digits; NaN if there is none.
  @inline(never)
  private func unusualNumber(_ start: Place, _ end: Place) -> Double {
    let text = Self.core(start, end)
    guard let base = text.baseAddress else { return .nan }
    var next = base
    let value = numbers.takeNumber(&next)
    if next == base + text.count, value == value { return value }
    return numbers.parse(text) ?? .nan
  }

  /// What a field holds without blanks and quotes around it.
  private static func core(_ start: Place, _ end: Place) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (start, end)
    func trim() {
      while start < end, DecimalParser.isBlank(end[-1]) { end -= 1 }
      while start < end, DecimalParser.isBlank(start.pointee) { start += 1 }
    }
    trim()
    if end - start > 1, start.pointee == DelimitedDialect.quote,
      end[-1] == DelimitedDialect.quote
    {
      start += 1
      end -= 1
      trim()
    }
    return UnsafeBufferPointer(start: start, count: end - start)
  }

  // MARK: Unusual rows

  /// Notes what is unusual about a row: fields too few or too many, no position in it.
  @inline(never)
  private func note(_ row: Int, _ start: Place, _ end: Place, _ fields: Int, in block: RowBlock) {
    var readings: [RowBlock.Reading] = []
    var at = start
    for field in 0..<fields {
      let next = fieldEnd(at, end)
      if field == first || field == second {
        let text = Self.core(at, min(next, end))
        let isNumber = unusualNumber(at, min(next, end)).isFinite
        readings.append(isNumber ? .position : text.isEmpty ? .blank : .unreadable)
      }
      at = next + 1
    }
    // What cannot be read says more than what is not there.
    let reading =
      readings.contains(.unreadable)
      ? .unreadable
      : readings.count < 2 || readings.contains(.blank) ? RowBlock.Reading.blank : .position
    if reading != .position { (block.xs[row], block.ys[row]) = (.nan, .nan) }
    block.note(RowBlock.Oddity(row: row, reading: reading, missing: fieldCount - fields))
  }

  /// Whether the last of a block's rows ends within a field in quotes.
  func endsInQuotes(_ block: RowBlock) -> Bool {
    guard block.count > 0, block.consumed == block.filled else { return false }
    let end = Place(block.bytes) + block.filled
    var at = Place(block.bytes) + Int(block.spans[block.count - 1].start)
    while at < end {
      let start = at
      at = fieldEnd(start, end)
      let isQuoted = start.pointee == DelimitedDialect.quote
      if isQuoted, at >= end { return !Self.isClosed(start, end) }
      at += 1
    }
    return false
  }

  /// Whether a field in quotes that reaches the end of the text has its closing one.
  private static func isClosed(_ start: Place, _ end: Place) -> Bool {
    var at = start + 1
    while at < end {
      if at.pointee == DelimitedDialect.quote {
        if at + 1 == end || at[1] != DelimitedDialect.quote { return true }
        at += 1
      }
      at += 1
    }
    return false
  }
}
