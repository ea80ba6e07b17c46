import ArgumentParser
import Geo
import Publishing
import Terminal

/// Checks whether a layer of areas covers its ground exactly once.
struct CheckCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-coverage",
    abstract: "Find overlaps, gaps and slivers of a layer of areas.",
    discussion: """
      Examples:
        hotspot check-coverage townships.gpkg -o report.gpkg
        hotspot check-coverage counties.shp --max-gap-width 50 --json
        hotspot check-coverage amap.geojson -o report.gpkg --from gcj02

      A gap is a place that areas enclose and none claims: a lake or a missing county too. With \
      --max-gap-width or --max-gap-area, gaps beyond both are listed apart. Sizes are in metres on \
      the ground; a width is a mean, twice the area over the border. Faults are no error: the exit \
      code is 0 when the check could be made.
      """)

  @OptionGroup var options: CoverageOptions
  @Option(name: .shortAndLong, help: "GeoPackage to write: layers overlaps, gaps, open_slits.")
  var output: String?
  @Option(help: "Largest mean width of a gap that is a fault, in metres.")
  var maxGapWidth: Double?
  @Option(help: "How many of the largest places to print, of each kind.") var largest = 5
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard maxGapWidth ?? 0 >= 0, largest >= 0 else {
      throw ValidationError("--max-gap-width and --largest must be 0 or more.")
    }
  }

  func run() throws {
    let console = manner.console()
    let findings = try Interruption.whilePolling {
      let layer = try options.read()
      for warning in layer.warnings { console.warn(warning) }
      let findings = try CoverageFindings(
        of: layer, limits: GapLimits(width: maxGapWidth, area: options.maxGapArea),
        sliverWidth: options.sliverWidth)
      if let output {
        try CoverageReportFile(output, overwrite: options.overwrite).write(findings)
      }
      return findings
    }
    CoverageRemarks(findings.layer, findings.invalid).tell(console)
    let summary = CoverageSummary(findings, language: console.language, listed: largest)
    console.result(summary.text, json: summary.json(output: output))
    if let output { console.say(zh: "报告：\(output)", en: "report: \(output)") }
  }
}
