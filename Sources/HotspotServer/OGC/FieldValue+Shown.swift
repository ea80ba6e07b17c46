import Geo

extension FieldValue {
  /// As a page shows it; nothing for null.
  var shown: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    }
  }
}
