/// Text as people type it, brought to one spelling before it is compared or read.
enum PlainText {
  /// Half-width forms of full-width signs, no blanks around, inner text as it was.
  ///
  /// `１２３，４５６．７　` becomes `123,456.7`.
  static func halfWidth(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return trimmed(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(halfWidth(scalar)) }
    return trimmed(String(result))
  }

  /// The half-width form of a full-width sign, other scalars as they are.
  static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: " "
    case 0x3010, 0x3014: "("
    case 0x3011, 0x3015: ")"
    case 0x3002: "."
    default: scalar
    }
  }

  /// The text without white space and byte order marks at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isBlank(first) || isBlank(last)
    else { return text }
    let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
    let rest = scalars[start...]
    guard let end = rest.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(scalars[start...end])
  }

  /// White space of any script, and marks without width.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x3001...0xFDFF: return false
    case 0x20, 0x09, 0x0A, 0x0D: return true
    default: break
    }
    return scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
  }

}
