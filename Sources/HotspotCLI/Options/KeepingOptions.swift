import ArgumentParser
import CampaignData
import Terminal

/// Where what was detected goes: to the workspace, to a file, or nowhere.
struct KeepingOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "File to write instead of the workspace.") var output: String?
  @Option(name: .customLong("of"), help: "GDAL's name of the output format, as in GPKG.")
  var format: String?
  @Flag(help: "Replace outputs that are there.") var overwrite = false
  @Flag(help: "Only tell; keep nothing.") var dryRun = false
  @Option(help: "When it was known, and alerts issued (default: now).") var knownAt: Moment?
  @Option(help: "File for what was decided and doubted (.json holds both languages).")
  var report: String?

  /// Throws if a file is there that may not be replaced.
  func check() throws {
    for file in [output, report].compactMap(\.self) {
      try TextDocument.check(file, overwrite: overwrite)
    }
  }
}
