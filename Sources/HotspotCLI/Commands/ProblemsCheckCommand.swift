import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Lists visits whose chain of evidence is not complete.
struct ProblemsCheckCommand: ParsableCommand {
  /// The forms of the list.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List visits whose chain of evidence is not complete, and what is missing.",
    discussion: """
      Examples:
        hotspot problems check --date 2018-12-18                  what came in that day
        hotspot problems check --round 13 --team 140300-01        of one team
        hotspot problems check --round 13 --found --of csv -o chains.csv

      Complete is: two who confirm, a time of day, a position near the site, an outcome, \
      and for a problem its type, a record of questioning and a photo.
      """)

  @Option(help: "Only visits of this day.") var date: CalendarDate?
  @Option(help: "Only visits of this round.") var round: Int?
  @Option(help: "Only visits of this team.") var team: String?
  @Flag(help: "Only visits that found a problem.") var found = false
  @Option(help: "With what was known by this moment (default: now).") var asOf: Moment?
  @Option(name: .customLong("of"), help: "Form of the list: text or csv.") var format = Format.text
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  var output: String?
  @Flag(help: "Replace the output if it is there.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    let days = try chosenDays()
    let workspace = try place.open()
    let moment = asOf ?? .now
    let visits = try workspace.visitReports(asOf: moment, days: days).filter { visit in
      (team == nil || visit.teamID == team) && (!found || visit.outcome == "problem")
        && (round == nil || visit.round == round)
    }
    if visits.isEmpty { try explainNothing(workspace, moment) }
    let checked = CheckedVisit.all(
      visits, sites: try workspace.sites(asOf: moment),
      problems: try workspace.problems(asOf: moment), rules: workspace.settings.evidenceRules)
    let incomplete = checked.filter { !$0.chain.isComplete }.sorted {
      ($0.visit.visitedAt.secondsSince1970, $0.visit.teamID, $0.visit.id)
        < ($1.visit.visitedAt.secondsSince1970, $1.visit.teamID, $1.visit.id)
    }
    let stops = Set(incomplete.compactMap(\.visit.stopID))
    let list = ChainList(incomplete, evidence: try workspace.evidence(ofStops: stops))
    try deliver(list, of: checked.count, incomplete.count, console)
  }

  private func deliver(
    _ list: ChainList, of all: Int, _ incomplete: Int, _ console: Console
  ) throws {
    console.say(
      zh: "\(all) 次检查，\(incomplete) 次证据链不完整",
      en: "\(all) visits, \(incomplete) with an incomplete chain of evidence")
    if manner.json {
      console.result(
        "",
        json: .object([
          .init("visits", .integer(all)), .init("incomplete", .integer(incomplete)),
          .init("chains", list.json),
        ]))
      return
    }
    let text = format == .csv ? list.csv(console.language) : list.text(console.language)
    try TextDocument(text).deliver(to: output, overwrite: overwrite, console: console)
  }

  private func chosenDays() throws -> ClosedRange<CalendarDate>? {
    if let round, CampaignData.rounds.round(round) == nil {
      throw CommandFailure(
        status: .usage, message: "there is no round \(round)",
        hint: "Name one of 1 to \(CampaignData.rounds.all.count).")
    }
    return date.map { $0...$0 }
  }

  /// Throws with the team that was probably meant if there is none of the name.
  private func explainNothing(_ workspace: Workspace, _ moment: Moment) throws {
    guard let team else { return }
    let teams = try workspace.teams(asOf: moment).map(\.id)
    guard !teams.isEmpty, !teams.contains(team) else { return }
    let near = Suggestion.nearest(to: team, in: teams).map { "Did you mean \($0)? " } ?? ""
    throw CommandFailure(
      status: .inputMissing, message: "there is no team \(team)",
      hint: near + "The teams are in the table teams of the workspace.")
  }
}
