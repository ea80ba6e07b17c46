internal import Foundation
internal import Inspection

/// What the record names by its hash: files under `objects/ab/abcdef…`, named by the SHA-256 of what
/// they say, never changed and never removed.
///
/// Facts stand there as text, so that `sha256sum` alone checks them. What would tell of a plan before
/// its time is locked under the round's secret (`.locked`), and named by the hash of its open text.
struct ObjectFolder: Sendable {
  /// The folder.
  let path: String

  /// Keeps bytes and gives back their hash.
  ///
  /// Bytes that are there already are left as they are.
  func keep(_ bytes: [UInt8]) throws(StoreError) -> String {
    let hash = SHA256.hexadecimal(of: bytes)
    try write(bytes, to: file(hash))
    return hash
  }

  /// Keeps bytes locked under a round's secret; gives back the hash of the open ones.
  func keep(_ bytes: [UInt8], under secret: RoundSecret) throws(StoreError) -> String {
    let hash = SHA256.hexadecimal(of: bytes)
    guard let locked = ObjectCipher.turned(bytes, key: secret.objectKey, hash: hash) else {
      throw StoreError(
        .software, "libcrypto cannot lock", nextStep: "Report this as a fault of the program.")
    }
    try write(locked, to: file(hash) + Self.lockedEnding)
    return hash
  }

  /// The bytes of a hash, opened with the secret if they are locked; nil if they are not here, or
  /// not what the hash says.
  func bytes(_ hash: String, secret: RoundSecret? = nil) -> [UInt8]? {
    switch state(of: hash, secret: secret) {
    case .open(let bytes): bytes
    case .missing, .changed, .locked: nil
    }
  }

  /// How an object is.
  enum State {
    /// Here, and what its hash says.
    case open([UInt8])
    /// Here, but locked, and nobody gave the secret.
    case locked
    /// Not here.
    case missing
    /// Here, but not what its hash says.
    case changed
  }

  /// How the object of a hash is.
  func state(of hash: String, secret: RoundSecret? = nil) -> State {
    if let data = FileManager.default.contents(atPath: file(hash)) {
      let bytes = [UInt8](data)
      return SHA256.hexadecimal(of: bytes) == hash ? .open(bytes) : .changed
    }
    guard let data = FileManager.default.contents(atPath: file(hash) + Self.lockedEnding) else {
      return .missing
    }
    guard let secret else { return .locked }
    guard let bytes = ObjectCipher.turned([UInt8](data), key: secret.objectKey, hash: hash),
      SHA256.hexadecimal(of: bytes) == hash
    else { return .changed }
    return .open(bytes)
  }

  /// The file of an object, open or locked; nil if there is none.
  func existingFile(_ hash: String) -> String? {
    [file(hash), file(hash) + Self.lockedEnding].first { WorkspaceLayout.exists($0) }
  }

  /// What locked objects' names end with.
  static let lockedEnding = ".locked"

  private func file(_ hash: String) -> String { "\(path)/\(hash.prefix(2))/\(hash)" }

  private func write(_ bytes: [UInt8], to file: String) throws(StoreError) {
    guard !WorkspaceLayout.exists(file) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: file.folderOfPath, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw StoreError(
        .cannotCreate, "cannot be written: \(error.localizedDescription)", file: file,
        nextStep: "Make room on the disk or check the folder's permissions, then run again.")
    }
  }
}
