import ArgumentParser

/// What inspections found.
struct ProblemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problems", abstract: "Look at what inspections found.",
    subcommands: [ProblemsCheckCommand.self])
}
