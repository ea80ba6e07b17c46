import ArgumentParser
import CampaignData
import Terminal

/// Prints the sheets of a planned day.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Print a planned day's sheets, one per team, as PDF.")

  @Argument(help: "The day, as in 2018-12-24.") var date: CalendarDate
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    _ = try place.open()
  }
}
