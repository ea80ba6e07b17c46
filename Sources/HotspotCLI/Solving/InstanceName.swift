import Publishing

/// What a file calls a team or a stop: a text, or a number.
enum InstanceName: Sendable, Hashable, Decodable, CustomStringConvertible {
  case text(String)
  case number(Int)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  var description: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    }
  }

  var json: JSONText {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    }
  }
}
