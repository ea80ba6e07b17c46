/// Why something sealed cannot be opened.
///
/// Never says what is in it.
public enum SealError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It does not begin as sealed things do.
  case notSealed
  /// A newer program sealed it.
  case newerFormat
  /// It ends before its length says; also what is cut off within.
  case cutOff
  /// Another key sealed it, or a byte was changed: the tag does not fit.
  case wrongKeyOrChanged
  /// It is of another workspace, plan or day than its place says.
  case misplaced
  /// The library refuses the cipher.
  case noCipher

  /// What is wrong, without a full stop.
  public var description: String {
    switch self {
    case .notSealed: "this is nothing that hotspot sealed"
    case .newerFormat: "a newer program sealed this"
    case .cutOff: "it is cut off or has bytes too many"
    case .wrongKeyOrChanged: "another key sealed it, or it was changed since: its tag does not fit"
    case .misplaced: "it belongs to another workspace, plan or day than its place says"
    case .noCipher: "libcrypto refuses AES-256-GCM"
    }
  }
}
