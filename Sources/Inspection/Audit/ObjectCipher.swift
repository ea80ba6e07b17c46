import CCrypto

/// Locks bytes under a key until it is opened: AES-256 in counter mode (NIST SP 800-38A), by OpenSSL's
/// libcrypto.
///
/// It hides and does not vouch: the hash of the open bytes, which names them, does that.
public enum ObjectCipher {
  /// The bytes locked, or opened again; nil for a key of another length than 32 bytes.
  /// - Parameters:
  ///   - bytes: what to lock or open.
  ///   - key: 32 bytes.
  ///   - hash: SHA-256 of the open bytes as hexadecimal, whose first half is the counter's start.
  public static func turned(_ bytes: [UInt8], key: [UInt8], hash: String) -> [UInt8]? {
    guard key.count == 32, let start = Hexadecimal.bytes(String(hash.prefix(32))),
      start.count == 16
    else { return nil }
    let context = EVP_CIPHER_CTX_new()
    defer { EVP_CIPHER_CTX_free(context) }
    var output = [UInt8](repeating: 0, count: bytes.count + 16)
    var count: Int32 = 0
    guard EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), nil, key, start) == 1,
      EVP_EncryptUpdate(context, &output, &count, bytes, Int32(bytes.count)) == 1,
      Int(count) == bytes.count
    else { return nil }
    return Array(output.prefix(Int(count)))
  }
}
