/// Somebody who may change plans by hand, and the key by which everybody can check the signature.
public struct SignerEntry: Sendable, Hashable, Codable {
  /// The name.
  public var name: String
  /// The public key, Ed25519, as hexadecimal.
  public var publicKey: String

  /// Makes an entry.
  public init(name: String, publicKey: String) {
    self.name = name
    self.publicKey = publicKey
  }
}
