internal import Foundation
internal import Inspection

extension Workspace {
  /// The workspace's keys; a workspace without an identifier is given one.
  ///
  /// Throws `settings` for a folder of keys within the workspace, and what writing throws.
  public func keys() throws -> KeyFolder {
    let parent = try keyParent()
    let file = layout.identifier
    if !WorkspaceLayout.exists(file) {
      let name = SHA256.hexadecimal(of: KeyFolder.randomKey()).prefix(16)
      do {
        try FileManager.default.createDirectory(
          atPath: file.folderOfPath, withIntermediateDirectories: true)
        try Data("\(name)\n".utf8).write(
          to: URL(fileURLWithPath: file), options: .withoutOverwriting)
      } catch {
        throw StoreError(
          .cannotCreate, "the workspace cannot be named: \(error.localizedDescription)",
          file: file, nextStep: "Check that the workspace is yours and the disk has room.")
      }
    }
    return KeyFolder(path: (parent as NSString).appendingPathComponent(try identifier(file)))
  }

  /// The workspace's keys if it has an identifier, which is given with its first key.
  public func existingKeys() throws -> KeyFolder? {
    WorkspaceLayout.exists(layout.identifier) ? try keys() : nil
  }

  private func identifier(_ file: String) throws(StoreError) -> String {
    let text = FileManager.default.contents(atPath: file).map {
      String(decoding: $0, as: UTF8.self)
    }
    let name = (text ?? "").filter { !$0.isWhitespace }
    guard name.count == 16, name.allSatisfy(\.isHexDigit) else {
      throw StoreError(
        .badData, "no identifier of a workspace", file: file, found: String(name.prefix(40)),
        expected: "16 hexadecimal digits",
        nextStep: "Restore the file; its keys lie under its name.")
    }
    return name
  }

  private func keyParent() throws(StoreError) -> String {
    let set = settings.text("keys")
    // Without the variable HOME a tilde means what the system says of the user.
    let home = ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()
    let parent = set.hasPrefix("~/") ? home + set.dropFirst() : set
    let absolute = URL(fileURLWithPath: parent).standardizedFileURL.resolvingSymlinksInPath().path
    let own = URL(fileURLWithPath: folder.isEmpty ? "." : folder).standardizedFileURL
      .resolvingSymlinksInPath().path
    guard absolute != own, !absolute.hasPrefix(own + "/") else {
      throw StoreError(
        .settings, "keys lie outside the workspace that they lock", file: absolute,
        expected: "a folder outside \(own)",
        nextStep: "Set keys (HOTSPOT_KEYS) to another folder, or leave it out.")
    }
    return absolute
  }
}
