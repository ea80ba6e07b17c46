import ArgumentParser
import Foundation
import Publishing
import Terminal

/// Prints the report of a week or a round.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print the report of a week or a round, or a hand-over, as PDF.",
    discussion: """
      Examples:
        hotspot report round 13 --of pdf -o round-13.pdf
        hotspot report handover 13 --of pdf -o handover-13.pdf
      """)

  @OptionGroup var options: ReportOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    guard options.format == .pdf, let path = options.output else {
      throw CommandFailure(
        status: .usage, message: "this program prints reports as PDF only",
        hint: "Add --of pdf and -o FILE, or use `hotspot report`.")
    }
    let document = try ReportDesk(options, workspace: place.open()).document()
    for warning in document.warnings { console.warn(warning.text(console.language)) }
    let bytes = try ReportPrinter(document, language: console.language).bytes()
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        status: .cannotCreate, message: "cannot be written", file: path,
        hint: "Check that its folder is there, is yours and has room.")
    }
    console.result("\(path)\n", json: .object([.init("output", .string(path))]))
  }
}
