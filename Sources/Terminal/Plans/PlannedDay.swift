package import CampaignData
import Foundation
package import Publishing
import Store

/// The files of a day that was planned; those released and still sealed are read in memory.
package struct PlannedDay {
  package let date: CalendarDate
  package let workspace: String

  package init(date: CalendarDate, workspace: String) {
    self.date = date
    self.workspace = workspace
  }

  private var folder: String { PlanFolder.day(date, in: workspace) }

  /// A team's route.
  package func route(team: String) throws -> TextDocument {
    let name = PlanFiles.routeName(team: team)
    let planned = try read(PlanFiles.targetsName)
    guard let route = try contents(of: name) else { throw unknownTeam(team, in: planned) }
    return TextDocument(String(decoding: route, as: UTF8.self))
  }

  /// The stops of a team, or of all, with the headings.
  package func stops(team: String?) throws -> TextDocument {
    let all = try read(PlanFiles.targetsName)
    guard let team else { return TextDocument(all) }
    let lines = CSVLines(all)
    let own = lines.rows.filter { lines.firstField(of: $0) == team }
    guard !own.isEmpty else { throw unknownTeam(team, in: all) }
    return TextDocument(([lines.header] + own).joined())
  }

  /// The table by city; nil if the day was not planned.
  package func cityTable() throws -> CityTable? {
    guard let data = try contents(of: PlanFiles.citiesName) else { return nil }
    return try? CityTable(json: data)
  }

  private func read(_ name: String) throws -> String {
    guard let data = try contents(of: name) else {
      throw CommandFailure(
        status: .inputMissing, message: "\(date) is not planned here", file: folder,
        hint: "Run `hotspot plan day \(date) -w \(workspace)` first.")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// A file's bytes; nil if there is none.
  ///
  /// What is sealed is newer than what lies open.
  private func contents(of name: String) throws -> Data? {
    let file = SealedFile(of: folder)
    guard file.isThere else { return FileManager.default.contents(atPath: "\(folder)/\(name)") }
    let files = try SealedLists(file).released(
      in: try Workspace.open(at: workspace), now: Workspace.clock())
    return files.contents(of: name).map { Data($0) }
  }

  private func unknownTeam(_ team: String, in targets: String) -> CommandFailure {
    let lines = CSVLines(targets)
    let teams = Array(Set(lines.rows.map(lines.firstField))).sorted()
    let guess = Suggestion.nearest(to: team, in: teams).map { "Did you mean \($0)? " } ?? ""
    let some = teams.prefix(5).joined(separator: ", ") + (teams.count > 5 ? ", ..." : "")
    return CommandFailure(
      status: .inputMissing, message: "no team \"\(team)\" has stops on \(date)", file: folder,
      hint: guess + "Teams with stops: \(some).")
  }
}
