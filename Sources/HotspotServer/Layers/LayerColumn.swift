import Geo

/// The values of one property of all features of a layer, in their order.
enum LayerColumn: Sendable {
  case text([String?])
  case integer([Int64?])
  case real([Double?])

  /// An empty column for values of a type; days and moments are kept as ISO 8601 text, flags as 0 and 1.
  init(_ type: FieldType) {
    switch type {
    case .text, .date, .dateTime: self = .text([])
    case .integer, .boolean: self = .integer([])
    case .real: self = .real([])
    }
  }

  /// A feature's value.
  subscript(row: Int) -> FieldValue {
    switch self {
    case .text(let values): values[row].map { .text($0) } ?? .null
    case .integer(let values): values[row].map { .integer($0) } ?? .null
    case .real(let values): values[row].map { .real($0) } ?? .null
    }
  }

  /// Adds a value; one of another type is taken over where that is possible, else it is null.
  mutating func append(_ value: FieldValue) {
    switch self {
    case .text(var values):
      self = .text([])
      values.append(Self.text(value))
      self = .text(values)
    case .integer(var values):
      self = .integer([])
      values.append(Self.integer(value))
      self = .integer(values)
    case .real(var values):
      self = .real([])
      values.append(Self.real(value))
      self = .real(values)
    }
  }

  private static func text(_ value: FieldValue) -> String? {
    switch value {
    case .null: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    }
  }

  private static func integer(_ value: FieldValue) -> Int64? {
    switch value {
    case .integer(let number): number
    case .real(let number): Int64(exactly: number)
    case .text(let text): Int64(text)
    case .null: nil
    }
  }

  private static func real(_ value: FieldValue) -> Double? {
    switch value {
    case .real(let number): number.isFinite ? number : nil
    case .integer(let number): Double(number)
    case .text(let text): Double(text)
    case .null: nil
    }
  }
}
