import ArgumentParser

/// From raw readings to evidence.
struct DetectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect",
    abstract: "Find evidence in raw readings.",
    subcommands: [DetectPowerCommand.self, PowerTrialCommand.self])
}
