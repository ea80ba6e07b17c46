import ArgumentParser

/// The command line's entry.
@main
struct Hotspot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hotspot",
    abstract: "Plans where air-pollution inspection teams go, so that nobody local chose.")
}
