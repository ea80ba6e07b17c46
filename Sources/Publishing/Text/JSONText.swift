/// A JSON value that keeps the order of its members, so that the same content is the same bytes.
public indirect enum JSONText: Sendable, Hashable {
  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a fixed count of decimals; `null` when it is not finite.
  case decimal(Double, places: Int)
  /// A number in the shortest spelling that reads back the same; `null` when it is not finite.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONText])
  /// Named values, written in this order.
  case object([Member])

  /// A named value of an object.
  public struct Member: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONText

    /// Makes a member.
    public init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }

  /// Text, or `null` for none.
  public static func optional(_ text: String?) -> JSONText {
    text.map(JSONText.string) ?? .null
  }

  /// A whole number, or `null` for none.
  public static func optional(_ number: Int?) -> JSONText {
    number.map(JSONText.integer) ?? .null
  }

  /// The value on one line.
  public var compact: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// The value over several lines: containers are broken down to `depth` levels, deeper ones stand
  /// on one line each.
  public func lines(depth: Int) -> String {
    var text = ""
    write(to: &text, depth: depth, indent: 0)
    text += "\n"
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .decimal(let value, let places): text += Decimal.text(value, places: places)
    case .number(let value): text += value.isFinite ? Self.shortest(value) : "null"
    case .string(let value): Self.quote(value, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.quote(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private func write(to text: inout String, depth: Int, indent: Int) {
    let lead = String(repeating: "  ", count: indent + 1)
    switch self {
    case .array(let values) where depth > 0 && !values.isEmpty:
      for (index, value) in values.enumerated() {
        text += (index == 0 ? "[\n" : ",\n") + lead
        value.write(to: &text, depth: depth - 1, indent: indent + 1)
      }
      text += "\n" + lead.dropLast(2) + "]"
    case .object(let members) where depth > 0 && !members.isEmpty:
      for (index, member) in members.enumerated() {
        text += (index == 0 ? "{\n" : ",\n") + lead
        Self.quote(member.name, to: &text)
        text += ": "
        member.value.write(to: &text, depth: depth - 1, indent: indent + 1)
      }
      text += "\n" + lead.dropLast(2) + "}"
    default: write(to: &text)
    }
  }

  private static func shortest(_ value: Double) -> String {
    // What is whole is written without a fraction, as it is in other programs.
    Int(exactly: value).map(String.init) ?? "\(value)"
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
