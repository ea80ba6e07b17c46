import HTTPTypes

/// The parameters of a request's query, decoded; each at most once.
struct QueryParameters: Sendable, Hashable {
  /// Names and values in the order of the query.
  let pairs: [(name: String, value: String)]

  static func == (left: QueryParameters, right: QueryParameters) -> Bool {
    left.pairs.elementsEqual(right.pairs) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    for pair in pairs {
      hasher.combine(pair.name)
      hasher.combine(pair.value)
    }
  }

  /// Reads a query; throws 400 for escapes that are none, bytes that are no text, and a name twice.
  init(_ query: String?) throws(Refusal) {
    var pairs: [(name: String, value: String)] = []
    for part in (query ?? "").split(separator: "&") {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = try Self.decoded(halves[0])
      let value = halves.count > 1 ? try Self.decoded(halves[1]) : ""
      guard !pairs.contains(where: { $0.name == name }) else {
        throw .badParameter("The parameter \"\(name)\" is given twice.")
      }
      pairs.append((name, value))
    }
    self.pairs = pairs
  }

  /// The value of a parameter.
  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// Throws 400 for a parameter that is none of these.
  func check(known names: Set<String>) throws(Refusal) {
    guard let unknown = pairs.first(where: { !names.contains($0.name) }) else { return }
    throw Refusal(
      .badRequest, "UnknownParameter",
      "There is no parameter \"\(unknown.name)\" here: there is "
        + names.sorted().joined(separator: ", ") + ".")
  }

  /// A value as it is written in a query.
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: result.unicodeScalars.append(.init(byte))
      case _ where "-._~,:/".utf8.contains(byte): result.unicodeScalars.append(.init(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  private static func decoded(_ text: Substring) throws(Refusal) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { throw .badParameter("The query has an escape that is none.") }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    guard let decoded = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw .badParameter("The query is no text in UTF-8.")
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
