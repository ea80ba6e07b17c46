import Foundation
import Store

/// A folder of its own for a test; it goes with the value.
final class WorkspaceFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "hotspot-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the folder.
  func path(of name: String) -> String { path + "/" + name }

  /// A new workspace in the folder.
  func workspace(_ name: String = "campaign") throws -> Workspace {
    try Workspace.create(at: path(of: name))
  }

  /// What is in the folder or one below it, sorted.
  func contents(of name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(of: name)).sorted()
  }
}

/// The workspace's error that a body throws; nil if it throws none.
func storeError(_ body: () throws -> Void) throws -> StoreError? {
  do {
    try body()
    return nil
  } catch let error as StoreError {
    return error
  }
}
