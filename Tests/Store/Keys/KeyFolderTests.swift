import Foundation
import Testing

@testable import Store

@Suite struct KeyFolderTests {
  private let folder: WorkspaceFolder
  private let workspace: Workspace

  init() throws {
    folder = try WorkspaceFolder()
    let made = try folder.workspace()
    workspace = try Workspace.open(
      at: made.folder, environment: ["HOTSPOT_KEYS": folder.path(of: "keys")])
  }

  @Test func `a key is kept outside, for its owner only, and comes back`() throws {
    #expect(try workspace.existingKeys() == nil)
    let keys = try workspace.keys()
    #expect(try keys.key("round-14") == nil)
    let bytes = KeyFolder.randomKey()
    #expect(bytes.count == 32 && bytes != KeyFolder.randomKey())
    try keys.keep(bytes, as: "round-14")
    #expect(try workspace.existingKeys()?.key("round-14") == bytes)
    #expect(
      keys.path.hasPrefix(
        URL(fileURLWithPath: folder.path(of: "keys"))
          .resolvingSymlinksInPath().path))
    let mode = try FileManager.default.attributesOfItem(atPath: keys.path + "/round-14.key")
    #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func `a key is never overwritten`() throws {
    let keys = try workspace.keys()
    try keys.keep([1], as: "a")
    let error = try storeError { try keys.keep([2], as: "a") }
    #expect(error?.code == .cannotCreate)
    #expect(try keys.key("a") == [1])
  }

  @Test func `a key that others may read is refused`() throws {
    let keys = try workspace.keys()
    try keys.keep([1], as: "a")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: keys.path + "/a.key")
    #expect(try storeError { _ = try keys.key("a") }?.code == .settings)
  }

  @Test func `keys do not lie within the workspace`() throws {
    let within = try Workspace.open(
      at: workspace.folder, environment: ["HOTSPOT_KEYS": workspace.folder + "/keys"])
    #expect(try storeError { _ = try within.keys() }?.code == .settings)
  }

  @Test func `a spoilt identifier is told`() throws {
    _ = try workspace.keys()
    try "x".write(toFile: workspace.folder + "/audit/workspace", atomically: true, encoding: .utf8)
    #expect(try storeError { _ = try workspace.keys() }?.code == .badData)
  }
}
