import Geo

/// How tables write that a value is missing.
enum InspectionMissing {
  /// Whether a text stands for nothing.
  static func isMissing(_ text: String) -> Bool {
    text.allSatisfy(\.isWhitespace)
      || ["na", "n/a", "nan", "null", "-", "缺失", "无数据"].contains(text.lowercased())
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
