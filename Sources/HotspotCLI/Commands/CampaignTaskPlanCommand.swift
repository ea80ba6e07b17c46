import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Prints the month's task plan, or drafts one from evidence and season.
struct CampaignTaskPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task-plan",
    abstract: "Show the month's task plan, or draft one from evidence and season.",
    discussion: """
      Examples:
        hotspot campaign task-plan 2018-12 --draft -o december.csv
        hotspot import task-plan december.csv
        hotspot campaign task-plan 2018-12               what holds now
        hotspot plan round 14                            the shares are met as far as can be

      The draft has a line a city and topic: its part of the problems expected among the best targets, \
      not less than task_floor for a topic that the month stresses, with the reasons. Edit the shares as \
      you like; a plan tells what of them it could not meet, and why.
      """)

  @Argument(help: "The month, as in 2018-12.") var month: CalendarMonth
  @Flag(help: "Draft it from evidence and season.") var draft = false
  @Option(help: "One city, by code or name.") var city: String?
  @Option(help: "What was known by this moment (default: now).") var asOf: Moment?
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  var output: String?
  @Flag(help: "Replace the file if it is there.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    if let output, output != "-" { try TextDocument.check(output, overwrite: overwrite) }
    let workspace = try place.open()
    let code = try city.map { try CityChoice.code(of: $0) }
    let desk = TaskPlanDesk(workspace: workspace, month: month, city: code)
    let text =
      draft
      ? try desk.draft(asOf: asOf ?? .now, console: console)
      : try desk.standing(asOf: asOf ?? .now, console: console)
    try TextDocument(text).deliver(to: output, overwrite: overwrite, console: console)
  }
}
