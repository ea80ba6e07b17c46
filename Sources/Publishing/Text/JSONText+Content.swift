extension JSONText {
  /// The value of an object's member; nil if it has none of this name, or is no object.
  public subscript(name: String) -> JSONText? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text; nil for another kind of value.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number; nil for another kind of value.
  public var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number, _): number
    default: nil
    }
  }

  /// The whole number; nil for another kind of value.
  public var whole: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The values of an array; none for another kind of value.
  public var items: [JSONText] {
    if case .array(let values) = self { values } else { [] }
  }
}
