import Foundation

/// The stamps of all files that the catalogue is read from: equal as long as nobody wrote.
struct WorkspaceStamp: Sendable, Hashable {
  private let stamps: [String: FileStamp]

  /// Looks at the workspace's tables, settings and folders of plans.
  init(of folder: String) {
    let plans = "\(folder)/plans"
    let days = (try? FileManager.default.contentsOfDirectory(atPath: plans)) ?? []
    var stamps: [String: FileStamp] = [:]
    for path in ["\(folder)/workspace.gpkg", "\(folder)/hotspot.yaml", plans]
      + days.map({ "\(plans)/\($0)" })
    {
      stamps[path] = FileStamp(of: path)
    }
    self.stamps = stamps
  }
}
