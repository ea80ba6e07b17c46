/// Reads records of comma-separated values (RFC 4180), quoted fields and CRLF included.
package struct CSVReader {
  private let bytes: [UInt8]
  private var position: Int
  /// True at the end of a text whose last quoted field was never closed.
  package private(set) var isInsideQuotes = false

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next record, or nil after the last.
  package mutating func next() -> [String]? {
    guard position < bytes.count else { return nil }
    var fields: [String] = []
    while true {
      fields.append(nextField())
      guard position < bytes.count else { return fields }
      let byte = bytes[position]
      position += 1
      guard byte == Self.comma else {
        if byte == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed {
          position += 1
        }
        return fields
      }
      // A comma that ends the text has an empty field after it.
      if position == bytes.count { return fields + [""] }
    }
  }

  /// Reads up to the comma or line end that closes the field, and stops before it.
  private mutating func nextField() -> String {
    var field: [UInt8] = []
    if position < bytes.count, bytes[position] == Self.quote {
      position += 1
      readQuoted(into: &field)
    }
    while position < bytes.count, !isSeparator(bytes[position]) {
      field.append(bytes[position])
      position += 1
    }
    return String(decoding: field, as: UTF8.self)
  }

  private mutating func readQuoted(into field: inout [UInt8]) {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte != Self.quote {
        field.append(byte)
      } else if position < bytes.count, bytes[position] == Self.quote {
        field.append(byte)
        position += 1
      } else {
        return
      }
    }
    isInsideQuotes = true
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn
  }
}
