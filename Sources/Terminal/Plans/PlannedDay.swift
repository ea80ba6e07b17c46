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

  /// A team's route as it was written.
  package func route(team: String) throws -> JSONText {
    let files = try files()
    let name = PlanFiles.routeName(team: team)
    guard let route = files.contents(of: name) else {
      throw unknownTeam(team, in: try text(PlanFiles.targetsName, of: files), files)
    }
    return try Self.parsed(route, "\(files.folder)/\(name)")
  }

  /// The routes of a team, or of all, by file.
  package func routes(team: String?) throws -> [JSONText] {
    if let team { return [try route(team: team)] }
    let files = try files()
    return try files.routes.compactMap { name in
      try files.contents(of: name).map { try Self.parsed($0, "\(files.folder)/\(name)") }
    }
  }

  /// The stops of a team, or of all, with the headings.
  package func stops(team: String?) throws -> TextDocument {
    let files = try files()
    let all = try text(PlanFiles.targetsName, of: files)
    guard let team else { return TextDocument(all) }
    let lines = CSVLines(all)
    let own = lines.rows.filter { lines.firstField(of: $0) == team }
    guard !own.isEmpty else { throw unknownTeam(team, in: all, files) }
    return TextDocument(([lines.header] + own).joined())
  }

  /// The rows of the day's stops, by the keys of their columns.
  package func stopRows() throws -> [PlannedRow] {
    PlannedRow.rows(of: try text(PlanFiles.targetsName, of: try files()), list: "targets")
  }

  /// The rows of the townships' standing, by the keys of their columns.
  package func coverageRows() throws -> [PlannedRow] {
    PlannedRow.rows(of: try text(PlanFiles.coverageName, of: try files()), list: "coverage")
  }

  /// By what the plan was made.
  package func identity() throws -> PlanIdentity {
    let files = try files()
    guard let record = files.contents(of: PlanFiles.recordName),
      let identity = PlanIdentity(record: record)
    else {
      throw CommandFailure(
        status: .badData, message: "this is no plan's record",
        file: "\(files.folder)/\(PlanFiles.recordName)", hint: "Plan the day again.")
    }
    return identity
  }

  /// The table by city; nil if the day was not planned.
  package func cityTable() throws -> CityTable? {
    guard
      let data = try DayFiles(of: date, in: workspace).contents(of: PlanFiles.citiesName)
    else { return nil }
    return try? CityTable(json: data)
  }

  /// The plan's identifier.
  package func identifier() throws -> String {
    let record = try files().contents(of: PlanFiles.recordName)
    return record.flatMap(PlanRecord.identifier) ?? date.description
  }

  /// How every township stands, by its code: whether the round has been there or will be by this day,
  /// as its lists say.
  package func coverage() throws -> [String: Bool] {
    let lines = CSVLines(try text(PlanFiles.coverageName, of: try files()))
    let keys = CampaignData.columns(ofList: "coverage").map(\.key)
    guard let covered = keys.firstIndex(of: "covered") else { return [:] }
    return lines.rows.reduce(into: [:]) { standing, row in
      let fields = lines.fields(of: row)
      if fields.count > covered { standing[fields[0]] = fields[covered] == "yes" }
    }
  }

  /// The files; throws if the day was not planned, or before its release.
  private func files() throws -> DayFiles {
    let files = try DayFiles(of: date, in: workspace)
    guard files.contents(of: PlanFiles.targetsName) != nil else {
      throw CommandFailure(
        status: .inputMissing, message: "\(date) is not planned here", file: files.folder,
        hint: "Run `hotspot plan day \(date) -w \(workspace)` first.")
    }
    return files
  }

  private func text(_ name: String, of files: DayFiles) throws -> String {
    String(decoding: files.contents(of: name) ?? Data(), as: UTF8.self)
  }

  private static func parsed(_ data: Data, _ file: String) throws -> JSONText {
    do {
      return try JSONText(parsing: String(decoding: data, as: UTF8.self))
    } catch {
      throw CommandFailure(
        status: .badData, message: "not JSON from byte \(error.offset) on", file: file,
        hint: "Plan the day again: the file was changed or damaged.")
    }
  }

  private func unknownTeam(_ team: String, in targets: String, _ files: DayFiles) -> CommandFailure
  {
    let lines = CSVLines(targets)
    let teams = Array(Set(lines.rows.map(lines.firstField))).sorted()
    let guess = Suggestion.nearest(to: team, in: teams).map { "Did you mean \($0)? " } ?? ""
    let some = teams.prefix(5).joined(separator: ", ") + (teams.count > 5 ? ", ..." : "")
    return CommandFailure(
      status: .inputMissing, message: "no team \"\(team)\" has stops on \(date)",
      file: files.folder,
      hint: teams.isEmpty ? "No team has stops that day." : guess + "Teams with stops: \(some).")
  }
}
