import ArgumentParser
import Publishing
import Terminal

/// How a list of problems is given.
struct ProblemFileOptions: ParsableArguments {
  /// What a list can be given as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json
  }

  @Option(help: "Output format (default: text, or csv into a file).") var of: Format?
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  var output: String?
  @Flag(help: "Replace the file if it is there.") var overwrite = false

  /// Throws if a file is there that may not be replaced.
  func check() throws {
    if let output, output != "-" { try TextDocument.check(output, overwrite: overwrite) }
  }

  /// Gives a table in the format asked for.
  func deliver(_ table: ReportTable, _ console: Console) throws {
    let isFile = output != nil && output != "-"
    let format = of ?? (console.isJSON && !isFile ? .json : isFile ? .csv : .text)
    let text =
      switch format {
      case .text: table.text(console.language)
      case .csv: table.csv(console.language)
      case .json: table.json(console.language).lines(depth: 2)
      }
    try TextDocument(text).deliver(to: output, overwrite: overwrite, console: console)
  }
}
