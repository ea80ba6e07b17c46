/// Walks over the bytes of a written date.
struct DateScanner {
  private let bytes: String.UTF8View
  private var position: String.Index
  /// Set once a date of digits alone was read: the time after it may have no separators either.
  var previousWasFixedWidth = false

  init(_ text: String) {
    bytes = text.utf8
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  /// Passes over blanks, the full-width one too, and tells whether there were any.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = position
    while skip(" ") || skip("\t") || skip("\u{3000}") || skip("\u{A0}") {}
    return position != start
  }

  /// Passes over `mark` if it comes next.
  mutating func skip(_ mark: String) -> Bool {
    let rest = bytes[position...]
    guard rest.starts(with: mark.utf8) else { return false }
    position = bytes.index(position, offsetBy: mark.utf8.count)
    return true
  }

  /// Whether `mark` stands directly before the position.
  func previousWas(_ mark: String) -> Bool {
    let before = bytes[..<position]
    return before.suffix(mark.utf8.count).elementsEqual(mark.utf8)
  }

  /// A number of exactly `digits` digits, or nil and no step ahead.
  mutating func number(digits: Int) -> Int? {
    let start = position
    guard let value = number(upTo: digits),
      bytes.distance(from: start, to: position) == digits
    else {
      position = start
      return nil
    }
    return value
  }

  /// A number of one to `digits` digits, or nil.
  mutating func number(upTo digits: Int) -> Int? {
    var value = 0
    var count = 0
    while count < digits, position < bytes.endIndex {
      let byte = bytes[position]
      guard byte >= 48, byte <= 57 else { break }
      value = value * 10 + Int(byte - 48)
      count += 1
      position = bytes.index(after: position)
    }
    return count > 0 ? value : nil
  }
}
