import ArgumentParser

/// Problems from the report to the verification.
struct ProblemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problems",
    abstract: "Check evidence, review problems, hand them over, keep their ledgers.",
    subcommands: [
      ProblemsListCommand.self, ProblemsCheckCommand.self, ProblemsReviewCommand.self,
      ProblemsHandOverCommand.self, ProblemsLetterCommand.self, ProblemsLedgerCommand.self,
      ProblemsRecordCommand.self,
    ])
}
