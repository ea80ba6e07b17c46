/// Keys from a key: HKDF with HMAC-SHA-256 (RFC 5869).
public enum HKDF {
  /// A key of `length` bytes, at most 8160, for one use named by `info`.
  public static func key(
    from secret: [UInt8], salt: [UInt8], info: [UInt8], length: Int
  ) -> [UInt8] {
    // Extract; without a salt HMAC's padding makes the zeros that the standard asks for.
    let base = HMAC.code(of: secret, key: salt)
    var (key, last): ([UInt8], [UInt8]) = ([], [])
    var counter: UInt8 = 1
    while key.count < length, counter < .max {
      last = HMAC.code(of: last + info + [counter], key: base)
      key += last
      counter += 1
    }
    return Array(key.prefix(length))
  }
}
