public import CampaignData
internal import Foundation
public import Inspection

extension Workspace {
  /// Seals a round and gives back its line, whose hash is what is to be published.
  ///
  /// Its secret is drawn; facts, settings and weights are kept as they stand.
  ///
  /// Throws `usage` for a round that is sealed already, unless `again` says why; both seals stay.
  /// - Parameters:
  ///   - number: the round.
  ///   - moment: the facts known by then are sealed.
  ///   - beacon: a public number, still to be drawn, that goes into the secret.
  ///   - again: why the round is sealed once more.
  ///   - program: the program's version.
  ///   - time: now.
  public func seal(
    round number: Int, asOf moment: Moment, beacon: String?, again: String?, program: String,
    at time: Moment
  ) throws -> RecordLine {
    guard CampaignData.rounds.round(number) != nil else { throw PlanError.unknownRound(number) }
    let record = try soundRecord()
    if let (line, seal) = record.seals(round: number).last, again == nil {
      throw StoreError(
        .usage, "round \(number) is sealed already, as of \(seal.asOf)", found: line.hash,
        nextStep: "Nothing was changed. Seal it once more with --again --reason TEXT if you must; "
          + "both seals stay in the record.")
    }
    let keys = try keys()
    let name = try Self.freeName("round-\(number)", in: keys)
    let facts = try recordedFacts(asOf: moment)
    let weights = try evidenceWeights()
    let settings = sealedSettings(weights)
    let secret = RoundSecret(bytes: KeyFolder.randomKey())
    let seal = SealEntry(
      round: number, commitment: secret.commitment, key: name, beacon: beacon,
      asOf: moment.description, inputs: facts.hash, settings: settings.canonicalText,
      weights: try record.objects.keep(Array(weights.canonicalText.utf8)), again: again)
    var entry = RecordEntry(program: program, at: time.description)
    entry.seal = seal
    // A secret without a seal harms nobody; a seal without a secret could never be opened.
    try keys.keep(secret.bytes, as: name)
    guard let line = try self.record([entry]).first else {
      throw StoreError(
        .software, "the seal was not written", nextStep: "Report this as a fault of the program.")
    }
    return line
  }

  /// The settings that plans are made with, the hash of other weights than the defaults included.
  public func sealedSettings(_ weights: EvidenceWeights) -> PlanSettings {
    var settings = self.settings.planSettings
    settings.weightsHash = weights.hashIfChanged
    return settings
  }

  /// Records the public number that a round's seal named.
  ///
  /// Throws `usage` for a round without such a seal, and where the number is recorded already.
  public func recordBeacon(
    round number: Int, value: String, program: String, at time: Moment
  ) throws -> RecordLine? {
    let record = try auditRecord()
    guard let (line, seal) = record.seals(round: number).last, seal.beacon != nil else {
      throw StoreError(
        .usage, "round \(number) is not sealed with a public number to come",
        nextStep: "Name its source when you seal: `hotspot audit seal --round \(number) "
          + "--beacon TEXT`.")
    }
    if let known = record.beacon(of: line.hash) {
      throw StoreError(
        .usage, "the public number of round \(number) is recorded already", found: known.value,
        nextStep: "Nothing was changed.")
    }
    var entry = RecordEntry(program: program, at: time.description)
    entry.beacon = BeaconEntry(round: number, seal: line.hash, value: value)
    return try self.record([entry]).first
  }

  /// Opens the seals of a round; gives back the lines that do, none where all are open.
  ///
  /// Throws `inputMissing` where the secret of the seal in force is lost; one of an earlier seal of
  /// the same round stays closed for ever then, which the check tells.
  /// - Parameter early: who opens it before the round is over, and why.
  public func reveal(
    round number: Int, early: String?, program: String, at time: Moment
  ) throws -> [RecordLine] {
    let record = try soundRecord()
    let seals = record.seals(round: number)
    guard let last = seals.last else {
      throw StoreError(
        .usage, "round \(number) is not sealed", nextStep: "There is nothing to reveal.")
    }
    var entries: [RecordEntry] = []
    for (line, seal) in seals where record.reveal(of: line.hash) == nil {
      guard let bytes = try existingKeys()?.key(seal.key) else {
        guard line.hash == last.line.hash else { continue }
        throw StoreError(
          .inputMissing, "the secret of round \(number) is lost", file: seal.key,
          nextStep: "Restore the folder of keys (setting keys). Without it nobody can prove any "
            + "more that the plans of this round follow from its seal; nothing was changed.")
      }
      guard RoundSecret(bytes: bytes).commitment == seal.commitment else {
        throw StoreError(
          .badData, "the secret of round \(number) is not the one that was sealed", file: seal.key,
          nextStep: "Restore the key from a copy; nothing was changed.")
      }
      var entry = RecordEntry(program: program, at: time.description)
      entry.reveal = RevealEntry(
        round: number, seal: line.hash, secret: Hexadecimal.text(bytes), early: early)
      entries.append(entry)
    }
    return try self.record(entries)
  }

  private static func freeName(_ name: String, in keys: KeyFolder) throws -> String {
    var number = 1
    var candidate = name
    while try keys.key(candidate) != nil {
      number += 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }
}
