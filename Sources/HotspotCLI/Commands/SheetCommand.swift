import ArgumentParser

/// Prints the sheets of a planned day; `hotspot-print` does it.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Print a planned day's sheets, one per team, as PDF.",
    // The options are the companion's, and so is their help.
    helpNames: [])

  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []

  func run() throws {
    try Companion.print.run(["sheet"] + arguments)
  }
}
