import CampaignData
import Foundation
import Publishing

/// The files of a day that was planned.
struct PlannedDay {
  let date: CalendarDate
  let workspace: String

  private var folder: String { PlanFolder.day(date, in: workspace) }

  /// A team's route.
  func route(team: String) throws -> TextDocument {
    let name = PlanFiles.routeName(team: team)
    let planned = try read(PlanFiles.targetsName)
    guard FileManager.default.fileExists(atPath: "\(folder)/\(name)") else {
      throw unknownTeam(team, in: planned)
    }
    return TextDocument(try read(name))
  }

  /// The stops of a team, or of all, with the headings.
  func stops(team: String?) throws -> TextDocument {
    let all = try read(PlanFiles.targetsName)
    guard let team else { return TextDocument(all) }
    let lines = CSVLines(all)
    let own = lines.rows.filter { lines.firstField(of: $0) == team }
    guard !own.isEmpty else { throw unknownTeam(team, in: all) }
    return TextDocument(([lines.header] + own).joined())
  }

  /// The table by city; nil if the day was not planned.
  func cityTable() throws -> CityTable? {
    let path = "\(folder)/\(PlanFiles.citiesName)"
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return try? CityTable(json: data)
  }

  private func read(_ name: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
      throw CommandFailure(
        status: .inputMissing, message: "\(date) is not planned here", file: folder,
        hint: "Run `hotspot plan day \(date) -w \(workspace)` first.")
    }
    return String(decoding: data, as: UTF8.self)
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
