public import CampaignData
internal import Foundation
public import Inspection

extension Workspace {
  /// The name of the key of plans among the workspace's keys.
  static let planKeyName = "plans"

  /// When the lists of a planned day may be read; throws `settings` for what is no such time.
  public func releaseTime() throws(StoreError) -> ReleaseTime {
    let text = settings.text("release")
    guard let release = ReleaseTime(text) else {
      throw StoreError(
        .settings, "not a release time", file: layout.settings, column: "release", found: text,
        expected: "at_once, or a time of day such as 06:00",
        nextStep: "Correct it, or leave it out for at_once.")
    }
    return release
  }

  /// How a plan is to be sealed whose facts are those of a moment; nil if it is released at once.
  ///
  /// A day counts as released only when both the moment and the clock are past its release. The key
  /// is made at first need. Throws `settings`, `inputMissing` where plans are sealed already and
  /// their key is not here, and what keeping a key throws.
  public func sealing(asOf moment: Moment, now: Moment? = nil) throws -> PlanSealing? {
    let release = try releaseTime()
    guard release != .atOnce else { return nil }
    return PlanSealing(
      release: release, now: min(moment, now ?? Self.clock()), key: try makePlanKey())
  }

  /// The key that the workspace's plans are sealed with; throws `inputMissing` if it is not here.
  public func planKey() throws -> SealKey {
    guard let keys = try existingKeys() else {
      throw StoreError(
        .inputMissing, "the workspace's identifier is missing, by which its key is found",
        file: layout.identifier,
        nextStep: "Restore the file from a copy of the workspace.")
    }
    guard let secret = try keys.key(Self.planKeyName) else {
      throw StoreError(
        .inputMissing, "the key that plans here are sealed with is missing",
        file: keys.file(Self.planKeyName),
        nextStep: "Bring it from the machine that made the plans, with mode 600, or name the "
          + "folder of keys with the setting keys (HOTSPOT_KEYS).")
    }
    return try sealKey(secret, of: keys)
  }

  /// The moment that counts as now for releases: the clock, or what HOTSPOT_NOW says, for trials.
  ///
  /// No back door: without the key nothing can be read at any time.
  public static func clock() -> Moment {
    let said = ProcessInfo.processInfo.environment["HOTSPOT_NOW"].flatMap { Moment($0) }
    return said ?? Moment(secondsSince1970: Int64(Date().timeIntervalSince1970))
  }

  private func makePlanKey() throws -> SealKey {
    let keys = try keys()
    if let secret = try keys.key(Self.planKeyName) { return try sealKey(secret, of: keys) }
    guard try sealedRows().isEmpty else { return try planKey() }
    do {
      try keys.keep(KeyFolder.randomKey(), as: Self.planKeyName)
    } catch {
      // Another run may have made it in between; that one counts then.
      guard let secret = try keys.key(Self.planKeyName) else { throw error }
      return try sealKey(secret, of: keys)
    }
    return try planKey()
  }

  private func sealKey(_ secret: [UInt8], of keys: KeyFolder) throws(StoreError) -> SealKey {
    let name = (keys.path as NSString).lastPathComponent
    guard let key = SealKey(secret, workspace: name) else {
      throw StoreError(
        .badData, "not a key of plans", file: keys.file(Self.planKeyName),
        found: "\(secret.count) bytes", expected: "\(AESGCM.keyLength)",
        nextStep: "Bring the file again from where it was made.")
    }
    return key
  }
}
