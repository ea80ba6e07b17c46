import ArgumentParser
import Inspection
import Publishing
import Store
import Terminal

/// Tells why a stop is in a plan, and what would be there otherwise.
struct PlanWhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell why a stop is in a plan, and what would be there otherwise.",
    discussion: """
      Examples:
        hotspot plan why 2018-12-24 130100-01 3
        hotspot plan why 14-2018-12-24-130100-01-3 --json
        hotspot plan why 2018-12-26 130100-01 1 --plan round-14

      Plans the team again without each reason: without the rows of facts that it
      rests on, without what the site's own record says, without the rule that its
      township needs a visit. The newest plan that has the day counts, or --plan.
      """)

  @Argument(
    help: ArgumentHelp(
      "Day, team and place in the order, or the stop's identifier.", valueName: "stop"))
  var stop: [String]
  @Option(help: "The plan: its day, round-N, its folder or its identifier.") var plan: String?
  @Option(help: "The seed that it was made with (default: hotspot.yaml).") var seed: UInt64?
  @Option(help: "The search effort of then (default: hotspot.yaml).") var iterations: Int?
  @Option(help: "The stability of then (default: hotspot.yaml).") var stability: Double?
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let workspace = try place.open(flags: flags)
    let found = try StopNaming(workspace: workspace, planName: plan).stop(stop)
    var desk = try PlanningDesk(workspace: workspace, console: console)
    let explainer = try desk.explainer(of: found.plan, saved: found.saved, team: found.stop.team)
    try RepeatedTeam(plan: found.plan, team: found.stop.team).check(explainer.rows)
    guard
      let explanation = try explainer.explanation(of: found.stop.order, on: found.stop.day)
    else {
      throw RepeatedSettings.failure(
        found.plan.id, "the stop is not in it", hint: "Plan again.")
    }
    let report = StopExplanationReport(plan: found.plan.id, explanation: explanation)
    console.result(report.text(console.language), json: report.json)
  }

  private var flags: [String: String] {
    var flags: [String: String] = [:]
    if let seed { flags["seed"] = String(seed) }
    if let iterations { flags["iterations"] = String(iterations) }
    if let stability { flags["stability"] = String(stability) }
    return flags
  }
}
