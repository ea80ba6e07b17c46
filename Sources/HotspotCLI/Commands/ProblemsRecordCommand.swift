import ArgumentParser
import CampaignData
import Store
import Terminal

/// Takes the states that cities report back.
struct ProblemsRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Take states that cities report back, from CSV or XLSX.",
    discussion: """
      Examples:
        hotspot problems record baoding.csv
        hotspot problems record reported.xlsx --layer 反馈 --as-of 2019-01-05T18:00

      Columns 问题编号 (id) and 整改状态 (state), 说明 (note) if there is one. The same as \
      `hotspot import problems`. A step that there is not is rejected with its reason.
      """)

  @Argument(help: "The file.") var file: String
  @Option(name: .shortAndLong, help: "Layer or sheet (default: the first).") var layer: String?
  @Option(help: "When it was known (default: the file's column, else now).") var asOf: Moment?
  @Flag(help: "Check, and change nothing.") var dryRun = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    var options = ImportOptions()
    options.layer = layer
    options.knownAt = asOf
    options.dryRun = dryRun
    try ImportCommand.bring("problems", [file], options, into: place.open(), console)
  }
}
