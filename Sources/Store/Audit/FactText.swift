internal import Geo

/// Rows as text that reads back to the same bits, a row a line, values between tabs.
///
/// Nothing for null; `'` and the text, in which backslash, tab and line ends are `\\`, `\t`, `\n`,
/// `\r`; digits for a whole number; a number with a point, an exponent or a name for a real one, the
/// shortest that reads back.
enum FactText {
  /// Adds a value to a line.
  static func append(_ value: FieldValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: break
    case .text(let text): append(text, to: &bytes)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .real(let number): bytes.append(contentsOf: number.description.utf8)
    }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "'"))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
      default: bytes.append(byte)
      }
    }
  }

  /// A value as text.
  static func text(_ value: FieldValue) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a value; nil for a text that is none.
  static func value(_ bytes: ArraySlice<UInt8>) -> FieldValue? {
    guard let first = bytes.first else { return .null }
    guard first == UInt8(ascii: "'") else {
      let word = String(decoding: bytes, as: UTF8.self)
      if let number = Int64(word) { return .integer(number) }
      return Double(word).map { .real($0) }
    }
    let rest = bytes.dropFirst()
    guard rest.contains(UInt8(ascii: "\\")) else {
      return .text(String(decoding: rest, as: UTF8.self))
    }
    return unescaped(rest).map { .text(String(decoding: $0, as: UTF8.self)) }
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      guard isEscaped else {
        if byte == UInt8(ascii: "\\") { isEscaped = true } else { plain.append(byte) }
        continue
      }
      switch byte {
      case UInt8(ascii: "\\"): plain.append(byte)
      case UInt8(ascii: "t"): plain.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "n"): plain.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): plain.append(UInt8(ascii: "\r"))
      default: return nil
      }
      isEscaped = false
    }
    return isEscaped ? nil : plain
  }
}
