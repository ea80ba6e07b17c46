public import CampaignData
internal import Foundation
internal import Inspection

extension Workspace {
  /// Makes a key for somebody who may change plans by hand, and records the public part.
  ///
  /// Gives back the public key as hexadecimal. A key that is there is not made anew. Throws `usage`
  /// for somebody who has signed under another key, which is not in this folder of keys.
  public func addSigner(_ name: String, program: String, at time: Moment) throws -> String {
    let keys = try keys()
    let place = Self.signerKey(name)
    if try keys.key(place) == nil {
      guard try auditRecord().publicKey(of: name) == nil else {
        throw StoreError(
          .usage, "\(name) has a key, but not in this folder of keys", file: keys.path,
          nextStep: "Name the folder with the setting keys (HOTSPOT_KEYS), or take another name.")
      }
      try keys.keep(KeyFolder.randomKey(), as: place)
    }
    let text = Hexadecimal.text(try signingKey(of: name).publicKey)
    if try auditRecord().publicKey(of: name) == nil {
      var entry = RecordEntry(program: program, at: time.description)
      entry.signer = SignerEntry(name: name, publicKey: text)
      try record([entry])
    }
    return text
  }

  /// The key of a signer; throws `inputMissing` for nobody known.
  func signingKey(of name: String) throws -> SigningKey {
    guard let seed = try existingKeys()?.key(Self.signerKey(name)),
      let key = SigningKey(seed: seed)
    else {
      throw StoreError(
        .inputMissing, "there is no key to sign as \(name)",
        nextStep: "Make one with `hotspot audit signer \"\(name)\"`.")
    }
    return key
  }

  /// Throws unless somebody can sign here and the record knows the key.
  public func checkSigner(_ name: String) throws {
    let key = try signingKey(of: name)
    guard try auditRecord().publicKey(of: name) == key.publicKey else {
      throw StoreError(
        .badData, "the record has another key for \(name), or none",
        nextStep: "Run `hotspot audit signer \"\(name)\"`, or take another name.")
    }
  }

  private static func signerKey(_ name: String) -> String {
    "signer-" + SHA256.hexadecimal(of: Array(name.utf8)).prefix(16)
  }
}
