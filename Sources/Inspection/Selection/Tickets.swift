/// Everyone's number in a round's draw: unpredictable without the secret, checkable with it, and
/// the same whoever else takes part.
///
/// A site's number depends on its identifier alone (permanent random numbers, Ohlsson 1995; Rivest's
/// consistent sampling, arXiv 1808.10016, has the same idea), so that a firm that closes or a new one
/// leaves the others' numbers as they were.
public struct Tickets: Sendable {
  private let key: [UInt8]
  private let prefix: [UInt8]

  /// Tickets of a round under a secret.
  public init(secret: [UInt8], round: Int) {
    key = secret
    prefix = Array("hotspot ticket 1\n\(round)\n".utf8)
  }

  /// The number of an identifier, above 0 and below 1, to 53 bits:
  /// HMAC-SHA-256(secret, "hotspot ticket 1", round, identifier).
  public func number(of identifier: String) -> Double {
    let code = HMAC.code(of: prefix + Array(identifier.utf8), key: key)
    let bits = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return (Double(bits >> 12) + 0.5) * 0x1p-52
  }
}
