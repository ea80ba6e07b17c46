import ArgumentParser

/// Seals rounds, opens them and checks plans.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Seal a round before it, open it after it, and check that its plans follow from it.",
    discussion: """
      Examples:
        hotspot audit seal --round 14 --as-of 2018-12-22T18:00
        hotspot audit reveal --round 14 -o round-14-audit
        hotspot audit verify 2018-12-24 -w round-14-audit --head 'HASH THAT WAS PUBLISHED'

      The record is audit/record.jsonl; secrets lie outside the workspace (setting keys).
      """,
    subcommands: [
      AuditSealCommand.self, AuditBeaconCommand.self, AuditSignerCommand.self,
      AuditRevealCommand.self, AuditVerifyCommand.self,
    ])
}
