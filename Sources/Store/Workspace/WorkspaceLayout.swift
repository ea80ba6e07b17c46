internal import Foundation

/// Where things stand in a workspace's folder.
struct WorkspaceLayout: Sendable {
  /// The folder, as the user gave it.
  let folder: String

  /// The settings.
  var settings: String { path("hotspot.yaml") }
  /// The tables.
  var dataset: String { path("workspace.gpkg") }
  /// SQLite's record of an unfinished write; left behind only by a run that was killed.
  var journal: String { path("workspace.gpkg-journal") }
  /// What writers lock.
  var lock: String { path("workspace.lock") }
  /// A folder for each day's lists and routes.
  var plans: String { path("plans") }
  /// Driving times by team, as a routing engine gave them.
  var roads: String { path("roads") }
  /// Evidence weights of its own, as `hotspot calibrate` writes them.
  var weights: String { path("weights.csv") }
  /// What the record of the audit holds.
  var audit: String { path("audit") }
  /// The name under which the workspace's keys are kept elsewhere.
  var identifier: String { path("audit/workspace") }
  /// What imports could not use.
  var rejects: String { path("rejects") }

  /// What `create` makes, the file that marks a workspace last.
  static let entries = ["plans", "rejects", "hotspot.yaml", "workspace.gpkg"]

  private func path(_ name: String) -> String {
    folder.isEmpty ? name : (folder as NSString).appendingPathComponent(name)
  }

  /// True if a file or folder is there.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
