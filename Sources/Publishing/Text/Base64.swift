/// Bytes as text of 64 signs (RFC 4648).
enum Base64 {
  /// The text, padded with `=`.
  static func text(_ bytes: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for place in 0..<3 {
        bits = bits << 8 | (place < group.count ? Int(group[start + place]) : 0)
      }
      for place in 0..<4 {
        text.append(place <= group.count ? signs[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
