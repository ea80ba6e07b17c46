/// How a delimited text file separates its fields and ends its lines.
public struct DelimitedDialect: Sendable, Hashable {
  /// The byte between fields: comma, semicolon, tab or bar.
  public var separator: UInt8
  /// Whether lines end with a carriage return and a line feed.
  public var endsWithCarriageReturn: Bool

  /// Separators that are looked for; the first is taken where a heading has none.
  static let separators: [UInt8] = [44, 59, 9, 124]
  static let quote: UInt8 = 34
  static let lineFeed: UInt8 = 10
  static let carriageReturn: UInt8 = 13

  /// Names a dialect.
  public init(separator: UInt8 = 44, endsWithCarriageReturn: Bool = false) {
    self.separator = separator
    self.endsWithCarriageReturn = endsWithCarriageReturn
  }

  /// Reads it off the first line: the separator that divides it most.
  init(heading: UnsafeBufferPointer<UInt8>) {
    var counts = [Int](repeating: 0, count: Self.separators.count)
    var isQuoted = false
    for byte in heading {
      if byte == Self.quote { isQuoted.toggle() }
      if !isQuoted, let place = Self.separators.firstIndex(of: byte) { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    self.init(
      separator: Self.separators[counts.firstIndex(of: most) ?? 0],
      endsWithCarriageReturn: heading.last == Self.carriageReturn)
  }

  /// The bytes that end a line.
  var lineEnd: [UInt8] {
    endsWithCarriageReturn ? [Self.carriageReturn, Self.lineFeed] : [Self.lineFeed]
  }

  /// A text as a field: in quotes if it holds a separator, a quote, a line end or outer blanks.
  public func field(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let isSpecial = bytes.contains { $0 == separator || $0 == Self.quote || $0 == 10 || $0 == 13 }
    guard isSpecial || bytes.first == 32 || bytes.last == 32 else { return bytes }
    var field = [Self.quote]
    for byte in bytes { field += byte == Self.quote ? [byte, byte] : [byte] }
    return field + [Self.quote]
  }

  /// Some texts as fields with separators between them.
  public func fields(_ texts: [String]) -> [UInt8] {
    var line: [UInt8] = []
    for (place, text) in texts.enumerated() {
      if place > 0 { line.append(separator) }
      line += field(text)
    }
    return line
  }

  /// The fields of a line, without their quotes.
  func split(_ line: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    var isStart = true
    var index = 0
    while index < line.count {
      let byte = line[index]
      if isQuoted {
        if byte != Self.quote {
          fields[fields.count - 1].append(byte)
        } else if index + 1 < line.count, line[index + 1] == Self.quote {
          fields[fields.count - 1].append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == separator {
        fields.append([])
        isStart = true
        index += 1
        continue
      } else if byte == Self.quote, isStart {
        isQuoted = true
      } else {
        fields[fields.count - 1].append(byte)
      }
      isStart = false
      index += 1
    }
    return fields
  }
}
