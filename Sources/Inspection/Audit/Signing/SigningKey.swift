import CCrypto

/// A key to sign with: Ed25519 (RFC 8032), by OpenSSL's libcrypto.
public struct SigningKey: Sendable {
  private let seed: [UInt8]
  /// What everybody may know, and checks signatures by: 32 bytes.
  public let publicKey: [UInt8]

  /// The key of a seed of 32 bytes; nil for another length.
  public init?(seed: [UInt8]) {
    guard seed.count == 32 else { return nil }
    let key = KeyHandle(EVP_PKEY_new_raw_private_key(NID_ED25519, nil, seed, seed.count))
    var bytes = [UInt8](repeating: 0, count: 32)
    var count = bytes.count
    guard key.pointer != nil, EVP_PKEY_get_raw_public_key(key.pointer, &bytes, &count) == 1,
      count == 32
    else { return nil }
    self.seed = seed
    publicKey = bytes
  }

  /// The signature of a message: 64 bytes, the same for the same message; nil if libcrypto fails.
  public func signature(of message: [UInt8]) -> [UInt8]? {
    let key = KeyHandle(EVP_PKEY_new_raw_private_key(NID_ED25519, nil, seed, seed.count))
    let context = DigestHandle()
    var signature = [UInt8](repeating: 0, count: 64)
    var count = signature.count
    guard EVP_DigestSignInit(context.pointer, nil, nil, nil, key.pointer) == 1,
      EVP_DigestSign(context.pointer, &signature, &count, message, message.count) == 1,
      count == 64
    else { return nil }
    return signature
  }

  /// True if a signature of a message was made with the key of this public key.
  public static func isValid(
    _ signature: [UInt8], of message: [UInt8], publicKey: [UInt8]
  ) -> Bool {
    guard signature.count == 64, publicKey.count == 32 else { return false }
    let key = KeyHandle(EVP_PKEY_new_raw_public_key(NID_ED25519, nil, publicKey, publicKey.count))
    let context = DigestHandle()
    return key.pointer != nil
      && EVP_DigestVerifyInit(context.pointer, nil, nil, nil, key.pointer) == 1
      && EVP_DigestVerify(
        context.pointer, signature, signature.count, message, message.count) == 1
  }
}

/// Owns a key of libcrypto.
private struct KeyHandle: ~Copyable {
  let pointer: OpaquePointer?

  init(_ pointer: OpaquePointer?) { self.pointer = pointer }

  deinit { EVP_PKEY_free(pointer) }
}

/// Owns a digest's context of libcrypto.
private struct DigestHandle: ~Copyable {
  let pointer: OpaquePointer? = EVP_MD_CTX_new()

  deinit { EVP_MD_CTX_free(pointer) }
}
