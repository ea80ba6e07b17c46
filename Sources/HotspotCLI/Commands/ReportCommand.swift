import ArgumentParser

/// What inspections of a week or a round came to.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report a week or a round: what was found, by whom, where; what was reached.",
    discussion: """
      Examples:
        hotspot report week 2018-12-17 -o week.html
        hotspot report round 13 --lang zh -o round-13.html
        hotspot report round 13 --city 石家庄 --of csv -o shijiazhuang.csv

      Only days that were over are counted, by what was known at --as-of.
      """,
    subcommands: [ReportWeekCommand.self, ReportRoundCommand.self])
}
