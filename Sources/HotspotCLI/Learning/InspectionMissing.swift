import Geo

/// How tables write that a value is missing.
enum InspectionMissing {
  private static let words: Set<String> = [
    "na", "n/a", "#n/a", "<na>", "nan", "nat", "null", "nil", "missing", "-", "--", "?", ".", "缺失",
    "无数据",
  ]

  /// Whether a text stands for nothing.
  static func isMissing(_ text: String) -> Bool {
    let utf8 = text.utf8
    guard let first = utf8.first else { return true }
    // Numbers, the most of a table, are told by their first byte.
    if first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") { return false }
    guard utf8.count <= 12 || first == UInt8(ascii: " ") else { return false }
    let folded = text.lowercased()
    return folded.allSatisfy(\.isWhitespace)
      || words.contains(folded) || words.contains(folded.trimmed)
  }
}

extension String {
  /// Without blanks around it.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension FieldValue {
  /// The value as a table of text would write it; empty for none, whole numbers without a point.
  var written: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
  }
}
