import ArgumentParser
import Terminal

/// What `hotspot-print` can do; people reach it through `hotspot`, which its help names.
struct PrintProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hotspot", abstract: "Prints sheets and writes Excel files of planned days.",
    version: "hotspot-print \(Program.version)",
    subcommands: [SheetCommand.self, ReportCommand.self, XLSXCommand.self, ProblemsCommand.self])
}
