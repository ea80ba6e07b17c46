extension JSONText {
  /// What is no JSON, and where: the byte, from 0.
  public struct ParsingError: Error, Sendable, Hashable {
    /// The place of the first byte that cannot be.
    public let offset: Int
  }

  /// Reads a text (RFC 8259) and keeps the order of members and the decimals of numbers: what this
  /// program wrote comes out as the same bytes.
  ///
  /// Exponents, and values more than 64 deep, are not read. Takes time in proportion to the text.
  public init(parsing text: some StringProtocol) throws(ParsingError) {
    var reader = Reader(bytes: Array(text.utf8))
    self = try reader.document()
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    private static let deepest = 64

    mutating func document() throws(ParsingError) -> JSONText {
      let value = try value(depth: 0)
      skipBlanks()
      guard place == bytes.count else { throw failure }
      return value
    }

    private var failure: ParsingError { ParsingError(offset: place) }

    private mutating func value(depth: Int) throws(ParsingError) -> JSONText {
      skipBlanks()
      guard place < bytes.count, depth < Self.deepest else { throw failure }
      switch bytes[place] {
      case UInt8(ascii: "{"): return try object(depth)
      case UInt8(ascii: "["): return try array(depth)
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "t"): return try word("true", .bool(true))
      case UInt8(ascii: "f"): return try word("false", .bool(false))
      case UInt8(ascii: "n"): return try word("null", .null)
      default: return try number()
      }
    }

    private mutating func object(_ depth: Int) throws(ParsingError) -> JSONText {
      var members: [Member] = []
      place += 1
      if takes("}") { return .object([]) }
      repeat {
        skipBlanks()
        let name = try string()
        guard takes(":") else { throw failure }
        members.append(Member(name, try value(depth: depth + 1)))
      } while takes(",")
      guard takes("}") else { throw failure }
      return .object(members)
    }

    private mutating func array(_ depth: Int) throws(ParsingError) -> JSONText {
      var values: [JSONText] = []
      place += 1
      if takes("]") { return .array([]) }
      repeat { values.append(try value(depth: depth + 1)) } while takes(",")
      guard takes("]") else { throw failure }
      return .array(values)
    }

    private mutating func word(
      _ word: StaticString, _ value: JSONText
    ) throws(ParsingError) -> JSONText {
      let expected = Array(String(describing: word).utf8)
      guard bytes[place...].starts(with: expected) else { throw failure }
      place += expected.count
      return value
    }

    private mutating func number() throws(ParsingError) -> JSONText {
      let start = place
      let marks = Array("+-.0123456789".utf8)
      while place < bytes.count, marks.contains(bytes[place]) { place += 1 }
      let text = String(decoding: bytes[start..<place], as: UTF8.self)
      if let whole = Int(text) { return .integer(whole) }
      let decimals =
        text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).last?.utf8.count
        ?? 0
      guard let value = Double(text), value.isFinite, (1...9).contains(decimals) else {
        place = start
        throw failure
      }
      return .decimal(value, places: decimals)
    }

    private mutating func string() throws(ParsingError) -> String {
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw failure }
      place += 1
      var text: [UInt8] = []
      while place < bytes.count, bytes[place] >= 0x20 {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
        case UInt8(ascii: "\\"): text += String(Character(try escaped())).utf8
        default: text.append(byte)
        }
      }
      throw failure
    }

    private mutating func escaped() throws(ParsingError) -> Unicode.Scalar {
      guard place < bytes.count else { throw failure }
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "u"): return try codePoint()
      default: throw failure
      }
    }

    /// Four hexadecimal digits, and four more after the first half of a pair.
    private mutating func codePoint() throws(ParsingError) -> Unicode.Scalar {
      let high = try codeUnit()
      if let scalar = Unicode.Scalar(high) { return scalar }
      guard bytes[place...].starts(with: Array("\\u".utf8)) else { throw failure }
      place += 2
      let low = try codeUnit()
      guard (0xD800...0xDBFF).contains(high), (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
      else { throw failure }
      return scalar
    }

    private mutating func codeUnit() throws(ParsingError) -> UInt32 {
      let digits = bytes[place..<min(place + 4, bytes.count)]
      guard digits.count == 4, !digits.contains(UInt8(ascii: "+")),
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
      else { throw failure }
      place += 4
      return value
    }

    private mutating func takes(_ mark: Unicode.Scalar) -> Bool {
      skipBlanks()
      guard place < bytes.count, bytes[place] == UInt8(ascii: mark) else { return false }
      place += 1
      return true
    }

    private mutating func skipBlanks() {
      while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
    }
  }
}
