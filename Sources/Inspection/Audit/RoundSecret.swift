/// What nobody knows before a round and everybody can check after it: all that is random in the
/// round's plans follows from it.
///
/// Its commitment is published beforehand; the secret itself when the round is over.
public struct RoundSecret: Sendable, Hashable {
  /// The secret, 32 bytes where it was drawn at random.
  public let bytes: [UInt8]

  /// A secret as it was kept.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// The secret that stands for a seed: the same for the same seed, and no better kept than the seed.
  public init(seed: UInt64) {
    bytes = SHA256.digest(of: Array("hotspot seed 1\n\(seed)".utf8))
  }

  /// What may be shown beforehand: SHA-256 of "hotspot secret 1", a newline and the secret, as
  /// hexadecimal.
  public var commitment: String {
    SHA256.hexadecimal(of: Array("hotspot secret 1\n".utf8) + bytes)
  }

  /// The round's tickets.
  public func tickets(round: Int) -> Tickets { Tickets(secret: bytes, round: round) }

  /// The seed of the route solver in a round: the first 8 bytes of
  /// HMAC-SHA-256(secret, "hotspot solver 1", round).
  public func solverSeed(round: Int) -> UInt64 {
    HMAC.code(of: Array("hotspot solver 1\n\(round)\n".utf8), key: bytes)
      .prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A code of what a plan was told, which without the secret cannot be found by guessing at that.
  public func blinding(of inputs: [PlanInput]) -> String {
    let text = "hotspot blinding 1\n" + inputs.map(\.text).joined(separator: "\n")
    return String(SHA256.hexadecimal(of: HMAC.code(of: Array(text.utf8), key: bytes)).prefix(32))
  }
}
