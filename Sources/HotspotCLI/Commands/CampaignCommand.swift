import ArgumentParser

/// The campaign's calendar, topics and task plans.
struct CampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: "Show the campaign's calendar, topics and task plans.",
    subcommands: [
      CampaignShowCommand.self, CampaignCheckCommand.self, CampaignTopicsCommand.self,
      CampaignTaskPlanCommand.self,
    ])
}
