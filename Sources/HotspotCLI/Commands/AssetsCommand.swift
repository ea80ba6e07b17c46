import ArgumentParser

/// The files of others that the map's page needs.
struct AssetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assets", abstract: "Get the map library that the page of `serve` needs.",
    subcommands: [AssetsInstallCommand.self])
}
