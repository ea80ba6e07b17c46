import ArgumentParser
import CampaignData
import Inspection
import Store
import Terminal

/// Makes the crews of rounds.
struct CrewAssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Give people to cities, teams and roles for a round or several.",
    discussion: """
      Examples:
        hotspot crew assign 14                     one round
        hotspot crew assign 14-19 --dry-run        six rounds, told and not kept
        hotspot crew assign 14 --overwrite         anew, in place of the crews that are there

      The rules of the plan, section 7, are kept: a seat that nobody may take stays empty, and the proof
      says why. What a broken wish costs stands in hotspot.yaml (crew_city_weight and others).
      """)

  @Argument(help: "A round or several, as in 14 or 14-19.") var rounds: RoundRange
  @Option(help: "Seed of ties (default: hotspot.yaml).") var seed: UInt64?
  @Option(help: "With what was known by this moment (default: now).") var asOf: Moment?
  @Flag(help: "Tell and keep nothing.") var dryRun = false
  @Flag(help: "Replace the crews of these rounds if there are any.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    try CrewDesk.check(rounds.rounds)
    let workspace = try place.open()
    let moment = asOf ?? .now
    let desk = try CrewDesk(workspace, asOf: moment)
    try desk.requirePeopleAndTeams()
    let old = desk.crews.filter { rounds.rounds.contains($0.round) }
    guard old.isEmpty || overwrite || dryRun else {
      throw CommandFailure(
        status: .cannotCreate,
        message: "round \(old[0].round) has a crew already", file: workspace.folder,
        hint: "Add --overwrite to replace it, or --dry-run to see another.")
    }
    var stopwatch = Stopwatch()
    let processor = ProcessorUse.seconds
    let plan = try desk.plan(
      rounds.rounds, seed: seed ?? UInt64(clamping: workspace.settings.integer("seed")))
    let result = CrewAssignment(
      plan: plan, seconds: stopwatch.seconds(), processorSeconds: ProcessorUse.seconds - processor)
    if !dryRun {
      try workspace.write { transaction in
        try transaction.append(
          crews: plan.rounds.flatMap(\.members), inPlaceOf: old, author: "hotspot crew assign",
          at: moment)
      }
    }
    console.result(result.text(console.language), json: result.json)
    console.say(
      zh: dryRun ? "试算，未保存。" : "已保存；查看：hotspot crew show \(rounds.rounds.lowerBound)",
      en: dryRun ? "A trial, not kept." : "Kept; see hotspot crew show \(rounds.rounds.lowerBound)")
  }
}
