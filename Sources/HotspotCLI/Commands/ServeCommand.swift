import ArgumentParser

/// Serves the map and OGC API - Features; `hotspot-server` does it.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the map of a workspace, and its layers to any GIS.",
    // The options are the companion's, and so is their help.
    helpNames: [])

  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []

  func run() throws {
    try Companion.server.run(["serve"] + arguments)
  }
}
