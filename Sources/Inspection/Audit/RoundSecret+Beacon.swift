extension RoundSecret {
  /// This secret with a public number that was drawn after its commitment was published: neither who
  /// keeps the secret nor who draws the number can choose what comes of it.
  ///
  /// SHA-256 of "hotspot beacon 1", a newline, the number, a newline and the secret.
  public func mixed(with beacon: String) -> RoundSecret {
    RoundSecret(
      bytes: SHA256.digest(of: Array("hotspot beacon 1\n\(beacon)\n".utf8) + bytes))
  }

  /// The key that locks what the record keeps of the round's plans until the secret is opened.
  public var objectKey: [UInt8] {
    HMAC.code(of: Array("hotspot object 1\n".utf8), key: bytes)
  }
}
