import ArgumentParser

/// Verification of problems handed over.
struct RecheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recheck", abstract: "List what is to be verified, and record what was found.",
    subcommands: [RecheckDueCommand.self, RecheckRecordCommand.self])
}
