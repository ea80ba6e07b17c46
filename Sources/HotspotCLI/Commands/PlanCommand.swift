import ArgumentParser

/// Plans a round or a day, compares plans, tells why a target is in one, and releases them.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a round, or a day and the rest of its round; compare and explain plans.",
    discussion: """
      Examples:
        hotspot plan round 14
        hotspot plan day 2018-12-24 --as-of 2018-12-23T18:00
        hotspot plan diff round-14 2018-12-24
        hotspot plan why 2018-12-24 130100-01 3
        hotspot plan edit day.xlsx
        hotspot plan tour --region delta --from 2018-12-03 --days 7 --groups 3
        hotspot plan release
      """,
    subcommands: [
      PlanRoundCommand.self, PlanDayCommand.self, PlanDiffCommand.self, PlanWhyCommand.self,
      PlanTourCommand.self, PlanEditCommand.self, PlanReleaseCommand.self,
    ])
}
