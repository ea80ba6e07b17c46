import ArgumentParser

/// The campaign's calendar, topics and task plans.
struct CampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign",
    abstract: "Show the calendar, topics and task plans, check a calendar, or play the campaign.",
    subcommands: [
      CampaignShowCommand.self, CampaignCheckCommand.self, CampaignTopicsCommand.self,
      CampaignTaskPlanCommand.self, CampaignSimulateCommand.self,
    ])
}
