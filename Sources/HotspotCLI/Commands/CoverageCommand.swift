import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Tells how much has been visited.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Tell how much has been visited, by place, topic, ledger or round.",
    discussion: """
      Examples:
        hotspot coverage --round 14                    by city
        hotspot coverage --by topic                    this round and ever, by topic
        hotspot coverage --by round                    every round so far
        hotspot coverage --by county --csv             counties as CSV
        hotspot coverage --round 14 --csv > towns.csv  every township, with its team and gap
      """)

  @Option(help: "What to count by.") var by: CoverageFigures.Kind?
  @Option(help: "The round (default: that of --as-of).") var round: Int?
  @Option(help: "With what was known by this moment (default: now).") var asOf: Moment?
  @Flag(help: "As CSV; without --by every township with its team, and why it has no visit.")
  var csv = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let round, CampaignData.rounds.round(round) == nil {
      throw ValidationError("There is no round \(round): 1 to \(CampaignData.rounds.all.count).")
    }
  }

  func run() throws {
    let console = output.console()
    let moment = asOf ?? .now
    let workspace = try place.open()
    let snapshot = try Snapshot(asOf: moment, facts: workspace.facts(asOf: moment))
    let round = try round ?? Self.round(at: moment, snapshot.facts)
    if csv, by == nil {
      let standing = try Planner.standing(
        inRound: round, of: snapshot, settings: workspace.settings.planSettings)
      Stream.output.write(
        CoverageReport.csv(standing, facts: snapshot.facts, language: console.language))
      return
    }
    let table = CoverageTable(
      try CoverageFigures(snapshot, by: by ?? .city, inRound: round), facts: snapshot.facts)
    if csv {
      Stream.output.write(table.csv(console.language))
    } else {
      console.result(table.text(console.language), json: table.json)
    }
  }

  /// The round that a moment is in, else the last one with a visit.
  private static func round(at moment: Moment, _ facts: Facts) throws -> Int {
    if let round = CampaignData.rounds.containing(moment.date) { return round.number }
    if let last = facts.visits.map(\.round).max() { return last }
    throw CommandFailure(
      status: .usage, message: "\(moment.date) belongs to no round",
      hint: "Name one with --round, 1 to \(CampaignData.rounds.all.count).")
  }
}
