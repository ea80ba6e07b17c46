import ArgumentParser
import Terminal

/// What `hotspot-server` can do; people reach it through `hotspot`, which its help names.
struct ServerProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hotspot", abstract: "Serves the map of a workspace, and its layers to any GIS.",
    version: "hotspot-server \(Program.version)",
    subcommands: [ServeCommand.self])
}
