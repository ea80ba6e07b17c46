import ArgumentParser
import CampaignData
import Inspection

/// Reports a week.
struct ReportWeekCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "week",
    abstract: "Report the week, Monday to Sunday, that holds a day.",
    discussion: """
      Examples:
        hotspot report week 2018-12-17 -o week.html
        hotspot report week 2018-12-17 --of json --city 130100
      """)

  @Argument(help: "A day of the week, as in 2018-12-17.") var date: CalendarDate
  @OptionGroup var options: ReportOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let desk = try ReportDesk(options, workspace: place.open(), console: output.console())
    try desk.report(.week(of: date, asOf: desk.moment))
  }
}
