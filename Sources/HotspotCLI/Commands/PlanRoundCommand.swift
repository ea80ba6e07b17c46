import ArgumentParser
import Inspection
import Publishing
import Terminal

/// Plans a whole round for all teams.
struct PlanRoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round",
    abstract: "Plan a whole round for all teams.",
    discussion: """
      Example:
        hotspot plan round 14 --as-of 2018-12-23T18:00 --seed 7

      Writes plans/round-N/targets.csv (all days), coverage.csv (every township),
      areas.gpkg (the teams' areas) and plan.json.
      """)

  @Argument(help: "Number of the round, 1 to 21.") var number: Int
  @OptionGroup var options: PlanOptions
  @OptionGroup var signing: SigningOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let workspace = try place.open(flags: options.flags)
    try SealedPlanning.refuseSeed(options.seed, round: number, in: workspace)
    var desk = try PlanningDesk(workspace: workspace, console: console)
    let (plan, snapshot) = try desk.planRound(
      number, asOf: options.asOf ?? .now, signing: signing)
    let folder = try desk.publishRound(plan, of: snapshot)
    try PlanRemarks(plan, isSecret: desk.isSecret).tell(
      console, report: options.report, overwrite: options.overwrite)
    PlanSummary(
      plan, facts: snapshot.facts, date: plan.days.lowerBound, folder: folder,
      isSecret: desk.isSecret
    ).show(console)
  }
}
