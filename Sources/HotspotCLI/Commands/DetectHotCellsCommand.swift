import ArgumentParser
import CampaignData
import Geo
import Inspection
import Publishing
import Store
import Terminal

/// Finds the hot cells of an annual mean.
struct DetectHotCellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hot-cells",
    abstract: "Find the cells with the highest annual mean of PM2.5 in a raster.",
    discussion: """
      Examples:
        hotspot detect hot-cells pm25-2017.tif -w campaign
        hotspot detect hot-cells pm25-2017.tif -w campaign --by city --count 100 --dry-run
        hotspot detect hot-cells pm25.nc --cells grid.gpkg -o hot.gpkg --share 0.1 --all

      A cell's mean weighs each pixel by the part of it that lies in the cell, exact at borders. \
      The list is compared with the last one and kept in the workspace (column hot of cells) as \
      new versions of the cells that change, or with -o in a file.
      """)

  @Argument(help: "A raster of the annual mean: any that GDAL reads.") var raster: String
  @Option(help: "How many cells, of all or with --by city of each city.") var count: Int?
  @Option(help: "Which part of the cells (default: setting hot_cell_share).") var share: Double?
  @Option(help: "Rank cells overall or by city (default: overall).")
  var by = HotCellRule.Extent.overall
  @Flag(help: "Write cells that are on neither list too.") var all = false
  @OptionGroup var keeping: KeepingOptions
  @OptionGroup var choice: CellOptions
  @OptionGroup var reading: RasterOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard count == nil || share == nil else {
      throw ValidationError("the list has a number or a share: leave out --count or --share.")
    }
    guard count.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--count is a number of cells, 1 or more.")
    }
    guard share.map({ $0 > 0 && $0 <= 1 }) ?? true else {
      throw ValidationError("--share lies between 0 and 1, as in 0.1.")
    }
    guard choice.cells == nil || keeping.output != nil || keeping.dryRun else {
      throw ValidationError("cells of a file need an output: name it with -o, or add --dry-run.")
    }
    guard keeping.output == nil || keeping.knownAt == nil else {
      throw ValidationError("--known-at is for the workspace: leave it out with -o.")
    }
  }

  func run() throws {
    let console = manner.console()
    try keeping.check()
    let workspace = try choice.open()
    let settings = workspace?.settings ?? WorkspaceSettings()
    var record = AnalysisRecord()
    let list = try Interruption.whilePolling {
      let cells = try choice.layer(of: workspace)
      let means = try reading.source(raster, settings: settings).means(of: cells)
      means.note(&record)
      let amount = count.map(HotCellRule.Amount.count)
      let rule = HotCellRule(
        amount ?? .share(share ?? settings.real("hot_cell_share")), of: by)
      return HotCellList(rule, to: means, of: cells, &record)
    }
    let target = keeping.dryRun ? nil : try keep(list, workspace, console)
    try record.tell(console, report: keeping.report, overwrite: keeping.overwrite)
    let summary = HotCellSummary(list: list, target: target, record: record)
    console.result(summary.text(console.language), json: summary.json)
  }

  /// Keeps the list, and says where.
  private func keep(
    _ list: HotCellList, _ workspace: Workspace?, _ console: Console
  ) throws -> String? {
    if let output = keeping.output {
      let warnings = try Interruption.whilePolling {
        try HotCellFile(list: list, hasAll: all).write(
          to: output, format: keeping.format, overwrite: keeping.overwrite)
      }
      for warning in warnings { console.warn(warning) }
      return output
    }
    guard let workspace else { return nil }
    let hot = Set(list.hot.map { list.cells.ids[$0] })
    let now = Moment.now
    let changed = try workspace.write { transaction in
      try transaction.setHotCells(
        hot, among: list.cells.stored, knownAt: keeping.knownAt ?? now, importedAt: now,
        from: "hotspot detect hot-cells (\(HotCellRule.version)): \(raster)")
    }
    console.say(
      zh: "工作区中 \(changed) 个网格有了新版本。", en: "Cells with a new version in the workspace: \(changed).")
    return workspace.folder
  }
}
