import CCrypto

/// The authenticated cipher AES-256-GCM (FIPS 197, NIST SP 800-38D), by OpenSSL's libcrypto.
///
/// Who has the key can read and can tell whether a byte was changed; a nonce serves once under a key.
public enum AESGCM {
  /// Bytes of a key.
  public static let keyLength = 32
  /// Bytes of a nonce: 96 bits.
  public static let nonceLength = 12
  /// Bytes of the tag that follows the ciphertext.
  public static let tagLength = 16

  /// The ciphertext of some bytes, as long as they are, and its tag; nil if libcrypto refuses.
  ///
  /// The tag answers for `header` too, which stays readable. O(n), about a nanosecond a byte.
  public static func seal(
    _ plain: [UInt8], key: [UInt8], nonce: [UInt8], header: [UInt8]
  ) -> [UInt8]? {
    guard key.count == keyLength, nonce.count == nonceLength,
      let context = CipherContext(isSealing: true, key: key, nonce: nonce),
      context.authenticate(header), var sealed = context.update(plain[...]), context.finish()
    else { return nil }
    guard let tag = context.tag(length: tagLength) else { return nil }
    sealed += tag
    return sealed
  }

  /// The bytes that were sealed; nil for another key, nonce or header, and if a byte was changed.
  public static func open(
    _ sealed: ArraySlice<UInt8>, key: [UInt8], nonce: [UInt8], header: [UInt8]
  ) -> [UInt8]? {
    guard key.count == keyLength, nonce.count == nonceLength, sealed.count >= tagLength,
      let context = CipherContext(isSealing: false, key: key, nonce: nonce),
      context.authenticate(header), let plain = context.update(sealed.dropLast(tagLength)),
      context.expect(tag: Array(sealed.suffix(tagLength))), context.finish()
    else { return nil }
    return plain
  }
}

/// The state of one encryption or decryption.
private struct CipherContext: ~Copyable {
  private let pointer: OpaquePointer

  /// Bytes that one call takes: their number is a C int there.
  private static let block = 1 << 24

  init?(isSealing: Bool, key: [UInt8], nonce: [UInt8]) {
    guard let pointer = EVP_CIPHER_CTX_new() else { return nil }
    guard EVP_CipherInit_ex(pointer, EVP_aes_256_gcm(), nil, key, nonce, isSealing ? 1 : 0) == 1
    else {
      EVP_CIPHER_CTX_free(pointer)
      return nil
    }
    self.pointer = pointer
  }

  deinit { EVP_CIPHER_CTX_free(pointer) }

  /// Takes in bytes that the tag answers for.
  func authenticate(_ header: [UInt8]) -> Bool {
    var written: Int32 = 0
    return EVP_CipherUpdate(pointer, nil, &written, header, Int32(header.count)) == 1
  }

  /// Encrypts or decrypts; GCM gives as many bytes as it takes.
  func update(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var isDone = true
    let result = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      bytes.withUnsafeBufferPointer { source in
        guard let from = source.baseAddress, let to = buffer.baseAddress else { return }
        while count < source.count, isDone {
          var written: Int32 = 0
          let length = Int32(min(Self.block, source.count - count))
          isDone = EVP_CipherUpdate(pointer, to + count, &written, from + count, length) == 1
          count += Int(written)
        }
      }
    }
    return isDone && result.count == bytes.count ? result : nil
  }

  /// Ends it; false where the tag expected is not the one found.
  func finish() -> Bool {
    var rest = [UInt8](repeating: 0, count: 16)
    var written: Int32 = 0
    return EVP_CipherFinal_ex(pointer, &rest, &written) == 1
  }

  func tag(length: Int) -> [UInt8]? {
    var tag = [UInt8](repeating: 0, count: length)
    let control = EVP_CTRL_AEAD_GET_TAG
    return EVP_CIPHER_CTX_ctrl(pointer, control, Int32(length), &tag) == 1 ? tag : nil
  }

  func expect(tag: [UInt8]) -> Bool {
    var tag = tag
    return EVP_CIPHER_CTX_ctrl(pointer, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag) == 1
  }
}
