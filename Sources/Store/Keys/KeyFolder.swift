internal import Foundation

/// Where the secrets of a workspace lie: a folder outside it that only its owner can read.
///
/// In the folder that the setting `keys` names, one for each workspace, named by the identifier in
/// the workspace's file `audit/workspace`, so that a workspace may be moved. Who copies a workspace
/// copies no key.
public struct KeyFolder: Sendable {
  /// The workspace's folder of keys.
  public let path: String

  /// A key of this name, or nil if there is none.
  ///
  /// Throws `StoreError` where the file cannot be read or others may read it.
  public func key(_ name: String) throws(StoreError) -> [UInt8]? {
    let file = file(name)
    guard WorkspaceLayout.exists(file) else { return nil }
    guard let mode = Self.mode(of: file), mode & 0o077 == 0 else {
      throw StoreError(
        .settings, "others may read this key", file: file, expected: "mode 600",
        nextStep: "Run `chmod 600` on it; if others may have read it, make a new one.")
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw StoreError(
        .inputMissing, "the key cannot be read", file: file,
        nextStep: "Check who owns the file.")
    }
    return [UInt8](data)
  }

  /// Keeps a key under a name that has none yet; readable by its owner only.
  ///
  /// Throws `cannotCreate` if there is one of this name, which is never overwritten, or if the
  /// folder cannot be written.
  public func keep(_ bytes: [UInt8], as name: String) throws(StoreError) {
    let file = file(name)
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw cannotKeep(file, "the folder of keys cannot be made: \(error.localizedDescription)")
    }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      throw cannotKeep(
        file, errno == EEXIST ? "a key of this name is there" : String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      unlink(file)
      throw cannotKeep(file, String(cString: strerror(errno)))
    }
  }

  /// 32 random bytes of the system's generator.
  public static func randomKey() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).flatMap { _ in
      withUnsafeBytes(of: generator.next() as UInt64) { [UInt8]($0) }
    }
  }

  private func file(_ name: String) -> String {
    (path as NSString).appendingPathComponent(name + ".key")
  }

  private func cannotKeep(_ file: String, _ why: String) -> StoreError {
    StoreError(
      .cannotCreate, "the key cannot be kept: \(why)", file: file,
      nextStep: "Name a folder of your own with the setting keys (HOTSPOT_KEYS).")
  }

  private static func mode(of file: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }
}
