import ArgumentParser

/// Lists of problems on paper and in Excel.
struct ProblemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problems", abstract: "Print lists of problems, or write them as workbooks.",
    subcommands: [HandOverCommand.self, LetterCommand.self])
}
