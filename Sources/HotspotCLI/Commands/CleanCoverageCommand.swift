import ArgumentParser
import Geo
import Publishing
import Terminal

/// Repairs a layer of areas so that it covers its ground exactly once.
struct CleanCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean-coverage",
    abstract: "Repair overlaps and narrow gaps of a layer of areas.",
    discussion: """
      Examples:
        hotspot clean-coverage townships.gpkg -o clean.gpkg
        hotspot clean-coverage counties.shp -o clean.gpkg --max-gap-width 20
        hotspot clean-coverage towns.gpkg -o clean.gpkg --max-gap-area 10000

      An overlap goes to the area with the longest border along it, but an area drawn wholly over \
      others is cut out of them. A gap within either limit, or a strip below the limit of width \
      that opens to the outside, goes to the neighbour with the longest border; others stay. Borders get the same corners on both sides, corners elsewhere stay as \
      they are, to the last bit. An area that others cover wholly is an error.
      """)

  @OptionGroup var options: CoverageOptions
  @Option(name: .shortAndLong, help: "File to write; its ending says the format.")
  var output: String
  @Option(name: .customLong("of"), help: "GDAL's name of the output format, as in GPKG.")
  var format: String?
  @Option(help: "Largest mean width of a gap that is closed, in metres.") var maxGapWidth = 1.0
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard maxGapWidth >= 0 else { throw ValidationError("--max-gap-width must be 0 or more.") }
  }

  func run() throws {
    let console = manner.console()
    if let from = options.from { try ShiftedOutput.check(output, to: from) }
    let limits = GapLimits(width: maxGapWidth, area: options.maxGapArea)
    let (layer, repair) = try Interruption.whilePolling {
      let layer = try options.read()
      for warning in layer.warnings { console.warn(warning) }
      var file = try CleanedFile(
        output, like: layer, format: format, overwrite: options.overwrite)
      let repair = try CoverageCleaning(layer, limits).repair()
      try file.write(layer, repair.areas)
      for warning in file.warnings { console.warn(warning) }
      try file.finish()
      return (layer, repair)
    }
    CoverageRemarks(layer, []).tell(console)
    report(layer, repair, console)
  }

  private func report(_ layer: CoverageLayer, _ repair: CoverageRepair, _ console: Console) {
    func size(_ tally: CoverageRepair.Tally) -> String {
      "\(tally.count) (\(CoverageSummary.number(tally.area, places: 2)) m2)"
    }
    console.say(
      zh: "\(layer.features.count) 个要素，改动 \(repair.changed.count) 个；"
        + "消除重叠 \(size(repair.overlaps))，闭合缝隙 \(size(repair.closedGaps))，"
        + "保留空洞 \(size(repair.openGaps))",
      en: "\(layer.features.count) features, \(repair.changed.count) changed; "
        + "overlaps resolved \(size(repair.overlaps)), gaps closed \(size(repair.closedGaps)), "
        + "gaps left \(size(repair.openGaps))")
    console.result(
      "\(output)\n",
      json: .object([
        .init("output", .string(output)), .init("features", .integer(layer.features.count)),
        .init("changed", .integer(repair.changed.count)),
        .init("overlaps_resolved", json(repair.overlaps)),
        .init("gaps_closed", json(repair.closedGaps)), .init("gaps_left", json(repair.openGaps)),
      ]))
  }

  private func json(_ tally: CoverageRepair.Tally) -> JSONText {
    .object([
      .init("count", .integer(tally.count)), .init("area_m2", .decimal(tally.area, places: 6)),
    ])
  }
}
