import CampaignData
import Foundation
import Publishing
import Store

/// The files of a planned day, wherever they lie: in its folder, or sealed and released.
///
/// What is sealed is newer than what lies open; it is opened once, in memory.
struct DayFiles {
  /// The folder that the files are of.
  let folder: String
  private let sealed: FileBundle?

  /// Finds the files; throws `refused` before their release.
  init(of date: CalendarDate, in workspace: String) throws {
    folder = PlanFolder.day(date, in: workspace)
    let file = SealedFile(of: folder)
    sealed =
      file.isThere
      ? try SealedLists(file).released(
        in: try Workspace.open(at: workspace), now: Workspace.clock()) : nil
  }

  /// A file's bytes; nil if there is none.
  func contents(of name: String) -> Data? {
    guard let sealed else { return FileManager.default.contents(atPath: "\(folder)/\(name)") }
    return sealed.contents(of: name).map { Data($0) }
  }

  /// The names of all teams' routes, sorted.
  var routes: [String] {
    let names =
      sealed?.names
      ?? (FileManager.default.subpaths(atPath: folder + "/routes") ?? []).map { "routes/" + $0 }
    return names.filter { $0.hasPrefix("routes/") && $0.hasSuffix(".geojson") }.sorted()
  }
}
