import ArgumentParser

/// Rankings of teams, senders and cities, and what follows from them.
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Rank teams, sending cities and cities, by what their own sites would have given.",
    subcommands: [
      RankWeekCommand.self, RankRoundCommand.self, RankLettersCommand.self, RankLowCommand.self,
      RankCallCommand.self, RankTrialCommand.self, RankEscalateCommand.self,
    ])
}
