import ArgumentParser

/// Keeps the tokens of a server; `hotspot-server` does it.
struct AccessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access", abstract: "Make, list and revoke the tokens that a server asks for.",
    // The options are the companion's, and so is their help.
    helpNames: [])

  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []

  func run() throws {
    try Companion.server.run(["access"] + arguments)
  }
}
