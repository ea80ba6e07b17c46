public import CampaignData
internal import Foundation
internal import Geo
public import Inspection

/// A folder that holds a campaign: settings, tables of facts, plans and rejected records.
///
/// Facts are only ever added, each with the time at which it was known, so that ``facts(asOf:)``
/// gives the same answer whenever it is asked:
///
/// ```swift
/// let workspace = try Workspace.open(at: "demo")
/// let facts = try workspace.facts(asOf: Moment("2018-12-23 20:00")!)
/// ```
public struct Workspace: Sendable {
  /// The folder, as given.
  public let folder: String
  /// What `hotspot.yaml`, the environment and the command line say.
  public var settings: WorkspaceSettings

  /// Where things stand in the folder.
  var layout: WorkspaceLayout { WorkspaceLayout(folder: folder) }

  /// Opens a workspace.
  ///
  /// An unfinished write of a run that was killed is undone first. Throws `inputMissing` if there is
  /// none, `settings` if a setting is wrong or a newer program made it, `busy` if a run is undoing.
  /// - Parameters:
  ///   - folder: where it is.
  ///   - flags: settings of the command line by key; they win over all others.
  ///   - environment: variables, the process's own by default; `HOTSPOT_KEY` wins over the file.
  public static func open(
    at folder: String, flags: [String: String] = [:],
    environment: [String: String]? = nil
  ) throws -> Workspace {
    let layout = WorkspaceLayout(folder: folder)
    guard WorkspaceLayout.exists(layout.dataset), WorkspaceLayout.exists(layout.settings) else {
      throw StoreError(
        .inputMissing, "there is no workspace here", file: folder.isEmpty ? "." : folder,
        nextStep: "Name its folder with -w, or run `hotspot init` to make one.")
    }
    let settings = try WorkspaceSettings(
      file: layout.settings,
      environment: environment ?? ProcessInfo.processInfo.environment, flags: flags)
    let workspace = Workspace(folder: folder, settings: settings)
    try workspace.undoUnfinishedWrite()
    try WorkspaceTables.checkVersion(of: layout.dataset)
    return workspace
  }

  /// The facts known by a moment: the newest version of each, sorted by identifier.
  ///
  /// Reads the tables once, in time and memory in proportion to their rows. Throws `badData` naming
  /// table, row and column where another program left something that is no fact.
  public func facts(asOf moment: Moment) throws -> Facts {
    do {
      var reader = TableReader(dataset: layout.dataset)
      return try FactReader(asOf: moment, dataset: layout.dataset).facts(from: &reader)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }

  /// All versions, known by a moment, of what bears on the chance of a problem.
  ///
  /// Reads the tables once and stands for ``facts(asOf:)`` of every earlier moment. Throws as that.
  public func history(asOf moment: Moment) throws -> FactHistory {
    do {
      var reader = TableReader(dataset: layout.dataset)
      return try FactReader(asOf: moment, dataset: layout.dataset).history(from: &reader)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }

  /// Adds facts in one transaction, and gives back what `body` does.
  ///
  /// Takes the workspace's lock, or throws `busy` at once and names who has it. If `body` or the
  /// commit throws, or the process dies, the workspace is as it was before.
  public func write<Result>(
    _ body: (inout WorkspaceTransaction) throws -> Result
  ) throws -> Result {
    let lock = try WorkspaceLock(path: layout.lock, of: folder)
    return try withExtendedLifetime(lock) {
      do {
        // A transaction that goes without a commit is rolled back.
        var transaction = try WorkspaceTransaction(dataset: layout.dataset)
        let result = try body(&transaction)
        try transaction.commit()
        return result
      } catch let error as GDALError {
        throw StoreError(error, writing: true)
      }
    }
  }

  /// A reader may not roll back what a killed run left in SQLite's journal: a writer does it.
  private func undoUnfinishedWrite() throws {
    guard WorkspaceLayout.exists(layout.journal) else { return }
    do {
      try write { _ in }
    } catch let error as StoreError where error.code == .busy {
      // The journal belongs to a run that is still writing; its lock keeps our reader off.
    }
  }
}
