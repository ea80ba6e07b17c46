import ArgumentParser
import CampaignData
import Terminal

/// Prints a day's list of problems handed over; `hotspot problems hand-over` runs it.
struct HandOverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hand-over", abstract: "Print a day's list of problems handed over.")

  @Argument(help: "The day, as in 2018-12-24.") var date: CalendarDate
  @OptionGroup var options: HandOverOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let made = try ProblemDesk.handOver(
      on: date, cityCode: options.city.map(PlaceWords.cityCode), in: place.open(),
      asOf: options.asOf ?? .now)
    try PrintedList(options: options, console: manner.console()).write(made.list)
  }
}
