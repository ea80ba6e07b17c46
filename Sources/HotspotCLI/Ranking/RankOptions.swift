import ArgumentParser
import CampaignData
import Publishing
import Terminal

/// How rankings are given: the same for all commands of the group.
struct RankOptions: ParsableArguments {
  /// What a ranking can be given as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json
  }

  @Option(help: "Output format: text, csv (the first table) or json.") var of = Format.text
  @Option(name: .shortAndLong, help: "File to write (default: standard output).")
  var output: String?
  @Option(help: "With what was known by this moment (default: now).") var asOf: Moment?
  @Flag(help: "Replace the file if it is there.") var overwrite = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  /// Throws before anything is read if the file may not be written.
  func check() throws {
    if let output { try TextDocument.check(output, overwrite: overwrite) }
  }

  /// Gives a listing in the format asked for.
  func deliver(_ listing: RankListing, console: Console) throws {
    let language = console.language
    let format = manner.json ? .json : of
    let text =
      switch format {
      case .text: listing.text(language)
      case .csv: listing.tables.first?.csv(language) ?? ""
      case .json: listing.json.lines(depth: 3)
      }
    try TextDocument(text).deliver(to: output, overwrite: overwrite, console: console)
  }
}
