import ArgumentParser

/// Who inspects where.
struct CrewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crew",
    abstract: "Give people to teams for a round, check and show crews, and the pool.",
    discussion: """
      Examples:
        hotspot crew people                    the pool by province, and whose names came late
        hotspot crew assign 14-19              crews for six rounds
        hotspot crew check                     what breaks the rules
        hotspot crew show 14 --city 石家庄      who goes there
      """,
    subcommands: [
      CrewAssignCommand.self, CrewCheckCommand.self, CrewShowCommand.self, CrewPeopleCommand.self,
    ])
}
