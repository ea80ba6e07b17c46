import ArgumentParser

/// Who may ask a server that is reached from elsewhere.
struct AccessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access", abstract: "Make, list and revoke the tokens that a server asks for.",
    discussion: """
      A token is shown once, when it is made; the workspace keeps a hash of it.

      Examples:
        hotspot access add office --role planner
        hotspot access add car-7 --role team --team 140300-01 --days 14
        hotspot access revoke car-7
      """,
    subcommands: [AccessAddCommand.self, AccessListCommand.self, AccessRevokeCommand.self])
}
