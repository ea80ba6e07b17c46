import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Terminal

/// Plans a day, with what is left of its round.
struct PlanDayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "day",
    abstract: "Plan a day for all teams, after what has been visited.",
    discussion: """
      Examples:
        hotspot plan day 2018-12-24 --as-of 2018-12-23T18:00
        hotspot plan day 2018-12-26 --out 130100-03 --lost Handan
        hotspot plan day 2018-12-26 --task S0001234 --task "114.51,38.04:smoke seen"
        hotspot plan day 2018-12-26 --out 130100-03 --by Wang --reason "car broke down"

      Starts from the round's last plan and keeps what new evidence does not outweigh (setting
      stability). Writes plans/DATE/targets.csv, targets.gpkg, coverage.csv, plan.json and
      routes/TEAM.geojson.
      """)

  @Argument(help: "The day, as in 2018-12-24.") var date: CalendarDate
  @OptionGroup var disruptions: DisruptionOptions
  @OptionGroup var options: PlanOptions
  @OptionGroup var signing: SigningOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let workspace = try place.open(flags: options.flags)
    try SealedPlanning.refuseSeed(
      options.seed, round: CampaignData.rounds.containing(date)?.number, in: workspace)
    var desk = try PlanningDesk(workspace: workspace, console: console)
    let (plan, snapshot) = try desk.planDay(
      date, asOf: options.asOf ?? .now, told: disruptions, signing: signing)
    let folder = try desk.publishDay(date, of: plan, snapshot: snapshot)
    try PlanRemarks(plan, isSecret: desk.isSecret).tell(
      console, report: options.report, overwrite: options.overwrite)
    PlanSummary(
      plan, facts: snapshot.facts, date: date, folder: folder, isSecret: desk.isSecret
    ).show(console)
  }
}
