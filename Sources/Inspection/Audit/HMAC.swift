import CCrypto

/// The keyed hash HMAC-SHA-256 (RFC 2104, FIPS 198-1), by OpenSSL's libcrypto.
public enum HMAC {
  /// The code of a message under a key: 32 bytes.
  public static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    var length: UInt32 = 0
    _ = CCrypto.HMAC(
      EVP_sha256(), key, Int32(key.count), message, message.count, &code, &length)
    return code
  }
}
