/// A heading or a word as it is compared: case, width, blanks and punctuation do not count.
///
/// ```swift
/// FoldedText("县（市、区）") == FoldedText("县(市、区)")  // true
/// FoldedText("Credit Code") == FoldedText("credit_code")  // true
/// ```
public struct FoldedText: Sendable, Hashable {
  /// What is left to compare.
  public let text: String

  /// Whether nothing is left: blanks and punctuation only.
  public var isEmpty: Bool { text.isEmpty }

  /// Folds a text.
  ///
  /// - Complexity: linear in its length.
  public init(_ raw: String) {
    var folded = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars {
      if let kept = Self.fold(scalar) { folded.append(kept) }
    }
    text = String(folded)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    var value = scalar.value
    // Full-width forms of ASCII stand in one block, at a fixed distance.
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    switch value {
    case 0x30...0x39, 0x61...0x7A: return Unicode.Scalar(value)
    case 0x41...0x5A: return Unicode.Scalar(value + 32)
    case 0..<0x80, 0xB0: return nil  // ASCII that is neither letter nor digit; the degree sign
    case 0x4E00...0x9FFF: return scalar
    default: return isIgnored(scalar) ? nil : scalar
    }
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format,
      .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}
