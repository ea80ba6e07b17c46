import ArgumentParser

/// The campaign's calendar.
struct CampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: "Show the campaign's calendar, or check another one.",
    subcommands: [CampaignShowCommand.self, CampaignCheckCommand.self])
}
