import ArgumentParser
import CampaignData
import Terminal

/// Prints the formal list of a round; `hotspot problems letter` runs it.
struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Print the formal list of a round.")

  @Argument(help: "The round, 1 to 21.") var round: Int
  @Option(help: "Only this county, by its code or name.") var county: String?
  @Option(help: "Only this province.") var province: String?
  @OptionGroup var options: HandOverOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let scope = try LetterScope(city: options.city, county: county, province: province)
    let desk = try ProblemDesk(place.open(), asOf: options.asOf ?? .now)
    try PrintedList(options: options, console: manner.console())
      .write(desk.letter(round: round, scope: scope).list)
  }
}
