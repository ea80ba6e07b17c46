import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Tells what changed between two plans, and why.
struct PlanDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changed from one plan to another of the round, and why.",
    discussion: """
      Examples:
        hotspot plan diff round-14 2018-12-26
        hotspot plan diff 2018-12-25 2018-12-26 --team 130100-01
        hotspot plan diff R14-1f0c9a3be2d4 plans/2018-12-26 --json

      A plan is named by its day, by round-N, by its folder or by its identifier.
      """)

  @Argument(help: "The plan before.") var before: String
  @Argument(help: "The plan after.") var after: String
  @Option(name: .shortAndLong, help: "Only this team's changes.") var team: String?
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let workspace = try place.open()
    let naming = PlanNaming(workspace: workspace)
    let (first, second) = (try naming.plan(before), try naming.plan(after))
    guard first.round == second.round else {
      throw CommandFailure(
        status: .usage,
        message: "plan \(first.id) is of round \(first.round), \(second.id) of \(second.round)",
        hint: "Name two plans of one round.")
    }
    let (one, other) = (try workspace.earlierPlan(first), try workspace.earlierPlan(second))
    if let team, !(one.stops + other.stops).contains(where: { $0.team == team }) {
      throw CommandFailure(
        status: .usage, message: "no team \"\(team)\" has stops in these plans",
        hint: "Leave --team out to see all.")
    }
    var desk = try PlanningDesk(
      workspace: workspace,
      console: Console(language: console.language, isJSON: false, isQuiet: true, isVerbose: false))
    let (snapshot, targets) = try desk.evidence(
      asOf: second.madeAsOf, season: Planner.season(ofRound: second.round, from: second.day))
    let evidence = NewEvidence(targets, since: first.madeAsOf)
    let visited = snapshot.facts.visits.filter { $0.round == second.round }.map(\.siteID)
    let difference = PlanDifference(
      from: one, to: other, visited: Set(visited), evidence: evidence.facts(about:))
    let report = PlanDifferenceReport(
      before: one, after: other, difference: difference, team: team,
      secretDays: try Self.secretDays(of: [first, second], in: workspace))
    if !report.secretDays.isEmpty {
      console.say(
        zh: "尚未公布的 \(report.secretDays.count) 天只计数，不列出",
        en: "\(report.secretDays.count) days are not released: their changes are only counted.")
    }
    console.result(report.text(console.language), json: report.json)
  }

  /// Days of plans that are sealed and not released yet.
  private static func secretDays(
    of plans: [SavedPlan], in workspace: Workspace
  ) throws -> Set<CalendarDate> {
    let now = Workspace.clock()
    let sealed = try plans.flatMap { try workspace.sealedDays(of: $0).values.flatMap(\.self) }
    return Set(sealed.filter { $0.value > now }.map(\.key))
  }
}
