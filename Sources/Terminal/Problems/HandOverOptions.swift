package import ArgumentParser
package import CampaignData

/// Which list of problems handed over is made, and how: the same for all programs that make one.
package struct HandOverOptions: ParsableArguments {
  @Option(help: "Only this city, by its name or code.") package var city: String?
  @Option(
    help: "Output format: csv, json, text, html, pdf, xlsx (default: by -o, else text).")
  package var of: ProblemFormat?
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  package var output: String?
  @Option(help: "With what was known by this moment (default: now).") package var asOf: Moment?
  @Flag(help: "Replace the file if it is there.") package var overwrite = false

  package init() {}

  /// The format.
  package var format: ProblemFormat {
    ProblemFormat.chosen(of, output: output, otherwise: .text)
  }

  /// Throws if the format needs a file and none is named, or one is there that may not be replaced.
  package func check() throws {
    if format.isPrinted, output == nil || output == "-" {
      throw CommandFailure(
        status: .usage, message: "\(format.rawValue) goes into a file",
        hint: "Name it with -o FILE.\(format.rawValue).")
    }
    if let output, output != "-" { try TextDocument.check(output, overwrite: overwrite) }
  }

  /// The same options as words, for a program that is run in this one's place.
  package var arguments: [String] {
    (city.map { ["--city", $0] } ?? []) + ["--of", format.rawValue]
      + (output.map { ["-o", $0] } ?? []) + (asOf.map { ["--as-of", $0.description] } ?? [])
      + (overwrite ? ["--overwrite"] : [])
  }
}
