/// A unified social credit code 统一社会信用代码 (GB 32100-2015): 18 signs, the last one a check.
enum CreditCode {
  private static let signs = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// The code in capitals without blanks; nil if it is not 18 letters and digits.
  ///
  /// The check sign is not asked for: registers hold codes that miss it by a typing error, and two
  /// records with the same one still mean the same firm.
  static func normalised(_ text: String) -> String? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let half = PlainText.halfWidth(scalar)
      if PlainText.isBlank(half) || half == "-" { continue }
      guard half.isASCII else { return nil }
      let byte = UInt8(truncatingIfNeeded: half.value)
      switch byte {
      case 48...57, 65...90: bytes.append(byte)
      case 97...122: bytes.append(byte - 32)
      default: return nil
      }
    }
    return bytes.count == 18 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// True if the check sign fits the seventeen before it.
  static func isChecked(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    guard bytes.count == 18 else { return false }
    var sum = 0
    var weight = 1
    for byte in bytes.dropLast() {
      guard let value = signs.firstIndex(of: byte) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return signs[(31 - sum % 31) % 31] == bytes[17]
  }
}
