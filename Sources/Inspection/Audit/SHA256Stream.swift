import CCrypto

/// SHA-256 of bytes that come in pieces, a large file for instance.
public struct SHA256Stream: ~Copyable {
  private let context: OpaquePointer?

  /// Of nothing yet.
  public init() {
    context = EVP_MD_CTX_new()
    _ = EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds a piece.
  public mutating func add(_ bytes: [UInt8]) {
    _ = EVP_DigestUpdate(context, bytes, bytes.count)
  }

  /// The digest of all pieces as 64 hexadecimal digits.
  public consuming func hexadecimal() -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = EVP_DigestFinal_ex(context, &digest, nil)
    return Hexadecimal.text(digest)
  }
}
