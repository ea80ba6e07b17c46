import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Tells which townships have been visited.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Tell which townships have been visited, by city or each.",
    discussion: """
      Examples:
        hotspot coverage --round 14                    by city
        hotspot coverage --round 14 --csv > towns.csv  every township
      """)

  @Option(help: "The round (default: that of --as-of).") var round: Int?
  @Option(help: "With what was known by this moment (default: now).") var asOf: Moment?
  @Flag(help: "Give every township as CSV.") var csv = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let moment = asOf ?? .now
    let workspace = try place.open()
    let snapshot = try Snapshot(asOf: moment, facts: workspace.facts(asOf: moment))
    let round = try round ?? Self.round(at: moment, snapshot.facts)
    let standing = try Planner.standing(
      inRound: round, of: snapshot, settings: workspace.settings.planSettings)
    guard !csv else {
      Stream.output.write(
        CoverageReport.csv(standing, facts: snapshot.facts, language: console.language))
      return
    }
    let table = CityTable(
      standing: standing, facts: snapshot.facts, round: round, date: moment.date)
    console.result(table.text(console.language), json: table.json)
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
