import Foundation
import Geo
import Inspection

/// Hashes of what rules are applied to, to be kept with what they find.
enum InputDigest {
  /// SHA-256 of a file, as `sha256sum` prints it; nil for what is no plain file.
  static func hexadecimal(ofFile path: String) -> String? {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    else { return nil }
    return data.withUnsafeBytes { SHA256.hexadecimal(of: $0) }
  }

  /// SHA-256 of a text.
  static func hexadecimal(of text: String) -> String { SHA256.hexadecimal(of: Array(text.utf8)) }

  /// SHA-256 of numbers, for inputs that are no files.
  static func hexadecimal(of values: [Double]) -> String {
    values.withUnsafeBytes { SHA256.hexadecimal(of: $0) }
  }
}
