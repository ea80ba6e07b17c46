import ArgumentParser
import CampaignData
import Inspection

/// Reports a round.
struct ReportRoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round",
    abstract: "Report a round of two weeks.",
    discussion: """
      Examples:
        hotspot report round 13 -o round-13.html
        hotspot report round 13 --as-of 2018-12-20T08:00 --of csv -o round-13.csv
      """)

  @Argument(help: "The round, 1 to 21.") var round: Int
  @OptionGroup var options: ReportOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let number = CampaignData.rounds.round(round) else {
      throw CommandFailure(
        status: .usage, message: "there is no round \(round)",
        hint: "Name one of 1 to \(CampaignData.rounds.all.count).")
    }
    let desk = try ReportDesk(options, workspace: place.open(), console: output.console())
    try desk.report(.round(number, asOf: desk.moment))
  }
}
