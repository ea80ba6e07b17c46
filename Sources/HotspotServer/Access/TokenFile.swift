import CampaignData
import Foundation
import Publishing
import Store
import Terminal

/// The file of a workspace's tokens, `access/tokens.json`, readable by its owner only.
///
/// It holds hashes under a key that lies in the folder of keys, outside the workspace: who copies
/// the file can neither ask with it nor make a token that is let in.
struct TokenFile {
  let workspace: Workspace

  /// The name of the key of tokens among the workspace's keys.
  private static let keyName = "tokens"

  /// Where it lies.
  var path: String { Self.path(in: workspace.folder) }

  static func path(in folder: String) -> String { "\(folder)/access/tokens.json" }

  /// The tokens; none where no file is.
  func tokens() throws -> [AccessToken] {
    guard FileStamp(of: path) != nil else { return [] }
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 == 0
    else {
      throw CommandFailure(
        status: .settings, message: "others may read the file of tokens", file: path,
        hint: "Run `chmod 600` on it; if others may have written it, revoke its tokens.")
    }
    guard let data = FileManager.default.contents(atPath: path),
      let kept = try? Self.decoder.decode([Kept].self, from: data)
    else { throw damaged() }
    return try kept.map { entry in
      guard let token = AccessToken(entry) else { throw damaged() }
      return token
    }
  }

  /// The tokens with their key, as the server asks them.
  func table() throws -> TokenTable {
    let tokens = try tokens()
    guard !tokens.isEmpty else { return TokenTable() }
    guard let key = try workspace.keys().key(Self.keyName) else {
      throw CommandFailure(
        status: .inputMissing, message: "the key of the workspace's tokens is missing",
        file: path,
        hint: "Bring it from the machine that made them, or remove the file and make "
          + "tokens anew.")
    }
    return TokenTable(tokens, key: key)
  }

  /// The key of tokens, made at first need.
  func key() throws -> [UInt8] {
    let keys = try workspace.keys()
    if let key = try keys.key(Self.keyName) { return key }
    let key = KeyFolder.randomKey()
    try keys.keep(key, as: Self.keyName)
    return key
  }

  /// Replaces the file; it is there whole or as it was.
  func write(_ tokens: [AccessToken]) throws {
    let text = JSONText.array(tokens.map(\.json)).lines(depth: 1)
    let staged = path + ".new"
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw cannotWrite(error.localizedDescription)
    }
    // Whoever has this file open is writing: one at a time.
    let descriptor = open(staged, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      throw cannotWrite(
        errno == EEXIST
          ? "another run writes \(staged), or was killed: remove it then"
          : String(cString: strerror(errno)))
    }
    let bytes = Array(text.utf8)
    let isWritten =
      Foundation.write(descriptor, bytes, bytes.count) == bytes.count
      && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, rename(staged, path) == 0 else {
      unlink(staged)
      throw cannotWrite(String(cString: strerror(errno)))
    }
  }

  private static let decoder: JSONDecoder = {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }()

  /// A token as the file spells it.
  fileprivate struct Kept: Decodable {
    let name: String
    let role: String
    let team: String?
    let hash: String
    let createdAt: String
    let expiresAt: String
    let revokedAt: String?
  }

  private func damaged() -> CommandFailure {
    CommandFailure(
      status: .badData, message: "the file of tokens is damaged", file: path,
      hint: "Restore it from a copy, or remove it and make tokens anew.")
  }

  private func cannotWrite(_ why: String) -> CommandFailure {
    CommandFailure(
      status: .cannotCreate, message: "the tokens cannot be kept: \(why)", file: path,
      hint: "Check that the workspace is yours and the disk has room.")
  }
}

extension AccessToken {
  fileprivate init?(_ kept: TokenFile.Kept) {
    guard let role = Role(rawValue: kept.role), let created = Moment(kept.createdAt),
      let expires = Moment(kept.expiresAt), kept.hash.utf8.count == 64
    else { return nil }
    let revoked = kept.revokedAt.map { Moment($0) }
    if case .some(.none) = revoked { return nil }
    self.init(
      name: kept.name, role: role, team: kept.team, hash: kept.hash, createdAt: created,
      expiresAt: expires, revokedAt: revoked ?? nil)
  }
}
