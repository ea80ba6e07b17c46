internal import CampaignData
internal import Foundation
internal import Geo

extension Workspace {
  /// Makes a workspace: settings with their defaults as comments, every table, empty folders.
  ///
  /// The folder is made if need be. Everything is prepared aside and moved into place at the end,
  /// so that a failure or a kill leaves no half of a workspace. Throws `cannotCreate` if the folder
  /// holds a workspace already or cannot be written.
  public static func create(at folder: String) throws -> Workspace {
    let layout = WorkspaceLayout(folder: folder)
    try refuseExisting(layout)
    let isNewFolder = !WorkspaceLayout.exists(folder)
    let aside = asideFolder(for: folder, isNewFolder: isNewFolder)
    do {
      try furnish(WorkspaceLayout(folder: aside))
      if isNewFolder {
        try FileManager.default.moveItem(atPath: aside, toPath: folder)
      } else {
        try moveEntries(from: aside, to: folder)
        try FileManager.default.removeItem(atPath: aside)
      }
    } catch {
      try? FileManager.default.removeItem(atPath: aside)
      throw creationFailure(error, folder)
    }
    return try open(at: folder)
  }

  private static func refuseExisting(_ layout: WorkspaceLayout) throws(StoreError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: layout.folder, isDirectory: &isFolder),
      !isFolder.boolValue
    {
      throw StoreError(
        .cannotCreate, "a file of this name is in the way", file: layout.folder,
        expected: "a folder", nextStep: "Name another folder.")
    }
    let contents = (try? FileManager.default.contentsOfDirectory(atPath: layout.folder)) ?? []
    guard let entry = WorkspaceLayout.entries.first(where: contents.contains) else { return }
    throw StoreError(
      .cannotCreate, "the folder holds a workspace already", file: layout.folder, found: entry,
      nextStep: "Use it as it is, or name another folder.")
  }

  /// A new folder is prepared beside its place, so that one rename makes it; in a folder that is
  /// there, perhaps the current one of the user's shell, it is prepared within.
  private static func asideFolder(for folder: String, isNewFolder: Bool) -> String {
    let name = ".hotspot-init-\(ProcessInfo.processInfo.processIdentifier)"
    let parent = isNewFolder ? folder.folderOfPath : folder
    return parent.isEmpty ? name : (parent as NSString).appendingPathComponent(name)
  }

  private static func furnish(_ layout: WorkspaceLayout) throws {
    let files = FileManager.default
    for folder in [layout.plans, layout.rejects] {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try WorkspaceSettings.template.write(
      toFile: layout.settings, atomically: false, encoding: .utf8)
    try WorkspaceTables.create(in: layout.dataset)
  }

  private static func moveEntries(from aside: String, to folder: String) throws {
    var moved: [String] = []
    do {
      for entry in WorkspaceLayout.entries {
        let target = (folder as NSString).appendingPathComponent(entry)
        try FileManager.default.moveItem(
          atPath: (aside as NSString).appendingPathComponent(entry), toPath: target)
        moved.append(target)
      }
    } catch {
      for path in moved { try? FileManager.default.removeItem(atPath: path) }
      throw error
    }
  }

  private static func creationFailure(_ error: any Error, _ folder: String) -> any Error {
    switch error {
    case let error as StoreError: error
    case let error as GDALError: StoreError(error, writing: true)
    default:
      StoreError(
        .cannotCreate, "the workspace cannot be made: \(error.localizedDescription)", file: folder,
        nextStep: "Check that the folder's parent is there, is yours and has room.")
    }
  }
}
