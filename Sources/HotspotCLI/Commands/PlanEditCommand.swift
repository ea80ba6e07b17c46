import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Takes back a day's plan that was edited in Excel.
struct PlanEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Tell what somebody changed in a day's workbook, and what stands against it.",
    discussion: """
      Examples:
        hotspot export 2018-12-24 --of xlsx -o day.xlsx
        hotspot plan edit day.xlsx
        hotspot plan edit day.xlsx --apply --reason "road closed"

      Rows may be deleted, marked as dropped, given to another team, reordered, and added (a site's
      identifier or name, or LON,LAT). Nothing changes without --apply, which plans the day again
      with what was taken out, moved and added.
      """)

  @Argument(help: "The workbook that `hotspot export --of xlsx` wrote, edited.") var file: String
  @Flag(help: "Plan the day again with the changes.") var apply = false
  @Flag(help: "Apply in spite of conflicts; a drawn site still needs a reason.") var force = false
  @OptionGroup var options: PlanOptions
  @OptionGroup var signing: SigningOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let workspace = try place.open(flags: options.flags)
    guard let workbook = try PlanWorkbook(path: file) else {
      throw CommandFailure(
        status: .badData, message: "this is no workbook of a planned day", file: file,
        hint: "Give one that `hotspot export DATE --of xlsx` wrote; its hidden sheet must stay.")
    }
    var edit = try EditedWorkbook(
      workbook, in: workspace, asOf: options.asOf ?? .now, reason: signing.reason ?? "",
      console: console)
    guard apply else {
      console.result(edit.report.text(console.language), json: edit.report.json)
      return
    }
    // The report is the result of the command without --apply; with it the new plan is.
    if !console.isJSON { console.say(zh: edit.report.text(.zh), en: edit.report.text(.en)) }
    try edit.refuseConflicts(force: force)
    try edit.apply(signing: signing, options: options, console: console)
  }
}
