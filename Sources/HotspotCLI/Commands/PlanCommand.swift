import ArgumentParser

/// Plans a round or a day, compares plans and releases them.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a round, or a day with what is left of its round; compare plans.",
    discussion: """
      Examples:
        hotspot plan round 14
        hotspot plan day 2018-12-24 --as-of 2018-12-23T18:00
        hotspot plan diff round-14 2018-12-24
        hotspot plan release
      """,
    subcommands: [
      PlanRoundCommand.self, PlanDayCommand.self, PlanDiffCommand.self, PlanReleaseCommand.self,
    ])
}
