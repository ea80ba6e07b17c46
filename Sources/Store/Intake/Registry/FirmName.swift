/// The name of a firm, brought to one spelling so that records of the same firm meet.
enum FirmName {
  /// Legal forms that one list writes and another leaves out, longer ones before their parts.
  private static let legalForms = [
    "股份有限责任公司", "有限责任公司", "股份有限公司", "有限公司", "股份公司", "总公司", "公司",
  ].map { Array($0.unicodeScalars) }

  /// The key of a name: half-width, lower case, without blanks, brackets and points, and without
  /// the legal form at its end.
  ///
  /// Empty if nothing is left.
  ///
  /// `石家庄（华新）水泥 有限责任公司` and `石家庄华新水泥有限公司` share the key `石家庄华新水泥`.
  static func key(_ name: String) -> String {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(name.utf8.count / 3)
    for scalar in name.unicodeScalars {
      let half = PlainText.halfWidth(scalar)
      if half.value < 128 {
        if let kept = keptASCII(half) { scalars.append(kept) }
      } else if !isDropped(half) {
        scalars.append(half)
      }
    }
    if let form = legalForms.first(where: { scalars.reversed().starts(with: $0.reversed()) }),
      form.count < scalars.count
    {
      scalars.removeLast(form.count)
    }
    var key = String.UnicodeScalarView()
    key.append(contentsOf: scalars)
    return String(key)
  }

  private static func keptASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 48...57, 97...122: scalar
    case 65...90: Unicode.Scalar(scalar.value + 32)
    default: nil
    }
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "·", "•", "、", "《", "》", "〈", "〉", "“", "”", "‘", "’", "—", "…", "\u{200B}", "\u{FEFF}":
      true
    default: scalar.properties.isWhitespace
    }
  }
}
