import ArgumentParser

/// The campaign's calendar.
struct CampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign",
    abstract: "Show the campaign's calendar, check another one, or play the campaign.",
    subcommands: [
      CampaignShowCommand.self, CampaignCheckCommand.self, CampaignSimulateCommand.self,
    ])
}
