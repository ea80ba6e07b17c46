import ArgumentParser
import CampaignData
import Terminal

/// Prints the formal list of a round; `hotspot problems letter` runs it.
struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Print the formal list of a round.")

  @OptionGroup var letter: LetterOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let scope = try letter.scope()
    let desk = try ProblemDesk(place.open(), asOf: letter.file.asOf ?? .now)
    try PrintedList(options: letter.file, console: manner.console())
      .write(desk.letter(round: letter.round, scope: scope).list)
  }
}
