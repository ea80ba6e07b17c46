public import Inspection

/// A sealed round as a planner sees it: the seal and the secret.
public struct SealedRound: Sendable {
  /// The round.
  public let number: Int
  /// The seal in force.
  public let seal: SealEntry
  /// The hash of the seal's line: what was published.
  public let hash: String
  /// All that is random in the round follows from it; the public number that the seal named is in
  /// it.
  public let secret: RoundSecret
  /// True once the secret was opened: everybody can compute the plans from now on.
  public let isRevealed: Bool
}

extension Workspace {
  /// A round's seal with its secret; nil for a round that is not sealed.
  ///
  /// Of several seals the last counts. Throws `inputMissing` where the secret is lost, `badData`
  /// where it is another than the sealed one or the record is broken or cut off, `usage` where the public number that the seal named
  /// has not been recorded.
  public func sealedRound(_ number: Int) throws -> SealedRound? {
    let record = try soundRecord()
    guard let (line, seal) = record.seals(round: number).last else { return nil }
    let reveal = record.reveal(of: line.hash)
    let kept = try reveal == nil ? existingKeys()?.key(seal.key) : nil
    guard let bytes = reveal.flatMap({ Hexadecimal.bytes($0.secret) }) ?? kept else {
      throw StoreError(
        .inputMissing, "the secret of round \(number) is lost", file: seal.key,
        nextStep: "Without it no plan of the round can be made or proven as sealed. Restore the "
          + "folder of keys (setting keys), or seal the round again with `hotspot audit seal "
          + "--round \(number) --again --reason TEXT`; both seals stay in the record.")
    }
    let secret = RoundSecret(bytes: bytes)
    guard secret.commitment == seal.commitment else {
      throw StoreError(
        .badData, "the secret of round \(number) is not the one that was sealed",
        found: String(secret.commitment.prefix(16)), expected: String(seal.commitment.prefix(16)),
        nextStep: "Restore the key \(seal.key) in the folder of keys.")
    }
    return SealedRound(
      number: number, seal: seal, hash: line.hash,
      secret: try Self.mixed(secret, seal, record.beacon(of: line.hash)),
      isRevealed: reveal != nil)
  }

  private static func mixed(
    _ secret: RoundSecret, _ seal: SealEntry, _ beacon: BeaconEntry?
  ) throws(StoreError) -> RoundSecret {
    guard let source = seal.beacon else { return secret }
    guard let beacon else {
      throw StoreError(
        .usage, "round \(seal.round) waits for the public number that its seal named: \(source)",
        nextStep: "Record it with `hotspot audit beacon --round \(seal.round) NUMBER`.")
    }
    return secret.mixed(with: beacon.value)
  }
}
