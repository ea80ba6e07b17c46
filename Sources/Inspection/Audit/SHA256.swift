import CCrypto

/// The hash function SHA-256 (FIPS 180-4), by OpenSSL's libcrypto.
public enum SHA256 {
  /// The digest of some bytes: 32 bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = CCrypto.SHA256(bytes, bytes.count, &digest)
    return digest
  }

  /// The digest of bytes that lie somewhere in memory, as 64 hexadecimal digits.
  public static func hexadecimal(of bytes: UnsafeRawBufferPointer) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = CCrypto.SHA256(
      bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, &digest)
    return Hexadecimal.text(digest)
  }

  /// The digest of some bytes as 64 hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    Hexadecimal.text(digest(of: bytes))
  }
}
