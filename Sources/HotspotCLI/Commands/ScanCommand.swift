import ArgumentParser
import Geo
import Publishing
import Terminal

/// Finds where cases cluster, in space or in space and time.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Find where cases are more than chance puts anywhere.",
    discussion: """
      Examples:
        hotspot scan towns.gpkg -o scan.gpkg --cases verified --population people
        hotspot scan towns.gpkg -o scan.gpkg --cases n --population people --shape ellipse
        hotspot scan sites.csv -o scan.csv --cases bad --population all --model bernoulli
        hotspot scan weeks.csv -o scan.gpkg --cases n --population people --time week --id code

      Kulldorff's scan statistic: windows of every size around every area, the most likely cluster \
      and others apart from it, each with one p for all places and sizes. Every feature keeps its \
      columns and gets cluster (1 is the most likely; empty for none), kind, significant, llr, p, \
      observed, expected and relative_risk; a GeoPackage also gets the windows as the layer \
      clusters. What was decided and what to beware of is told on standard error and with --report.
      """)

  @Argument(help: "Polygons or points: a file or connection that GDAL reads.") var areas: String
  @Option(name: .shortAndLong, help: "File to write; its ending says the format.")
  var output: String
  @Option(help: "Column of the cases.") var cases: String
  @Option(help: "Column of the population, or of all that some are cases of.")
  var population: String?
  @Option(help: "Column of those who are no cases, for bernoulli.") var controls: String?
  @Option(help: "Column of expected cases, for poisson; they are scaled to the total.")
  var expected: String?
  @Option(help: "What is taken for chance: poisson (counts) or bernoulli (yes or no).")
  var model = ScanModel.poisson
  @Option(help: "Outline of windows: circle, or ellipse too.") var shape = ScanShapeChoice.circle
  @Option(help: "How strongly long ellipses are disfavoured: 0, or 0.5 as in SaTScan.")
  var penalty = 0.0
  @Option(help: "Find clusters of high or low risk, or both.") var find = ScanDirection.high
  @Option(help: "Largest part of the population in a window.") var maxShare = 0.5
  @Option(help: "Longest half axis of a window in metres (default: none).") var maxRadius: Double?
  @Option(help: "Fewest cases in a window of high risk (SaTScan takes 2).") var minCases = 1.0
  @Option(help: "Column of the time: a row for each area and slice of time.") var time: String?
  @Option(help: "Largest part of the slices of time in a window.") var maxTime = 0.5
  @Flag(help: "Only clusters that last up to the last slice of time.") var alive = false
  @Flag(help: "Also windows in time alone, of all areas.") var temporal = false
  @Option(help: "How many replications; 0 for none.") var replications = 999
  @Option(help: "Stop once so many replications are as high as what was observed.")
  var stopAfter: Int?
  @Flag(help: "Take each cluster that counts out and scan the rest anew.") var iterative = false
  @Option(help: "Seed of the replications.") var seed: UInt64 = 1
  @Option(help: "Level at which clusters count.") var alpha = 0.05
  @Option(help: "Column that names areas (default in time: by their places).") var id: String?
  @Option(help: "Write what was decided to a file: text, or both languages as .json.")
  var report: String?
  @OptionGroup var reading: LayerOptions
  @OptionGroup var picture: PictureOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    func check(_ isRight: Bool, _ message: String) throws {
      guard isRight else { throw ValidationError(message) }
    }
    try check(alpha > 0 && alpha < 1, "--alpha must lie between 0 and 1, as in 0.05")
    try check(maxShare > 0 && maxShare < 1, "--max-share must lie between 0 and 1, as in 0.5")
    try check(maxTime > 0 && maxTime < 1, "--max-time must lie between 0 and 1, as in 0.5")
    try check(maxRadius ?? 1 > 0, "--max-radius is a length above 0")
    try check((0...10_000_000).contains(replications), "--replications: 0 to 10000000")
    try check(stopAfter ?? 1 > 0, "--stop-after is at least 1")
    try check(penalty >= 0 && penalty.isFinite, "--penalty is 0 or more")
    try check(minCases.isFinite, "--min-cases is a number")
    try check(penalty == 0 || shape == .ellipse, "--penalty is for --shape ellipse")
    try check(time != nil || !(alive || temporal), "--alive and --temporal need --time")
    switch model {
    case .poisson:
      try check(controls == nil, "--controls is for --model bernoulli; poisson takes --population")
      try check(
        population != nil || expected != nil,
        "say what cases are compared with: --population, or --expected")
    case .bernoulli:
      try check(expected == nil, "--expected is for --model poisson")
      try check(
        (population == nil) != (controls == nil),
        "bernoulli takes either --population, cases among them, or --controls")
    }
  }

  func run() throws {
    let console = manner.console()
    for file in [output, report].compactMap(\.self) {
      try TextDocument.check(file, overwrite: reading.overwrite)
    }
    let values = try Interruption.whilePolling {
      try ValueLayer(
        reading: areas, layer: reading.layer, encoding: reading.encoding, numbers: [cases],
        lon: reading.lon, lat: reading.lat)
    }
    let places = try fields.places(in: values)
    var record = AnalysisRecord()
    record.note(
      "input", zh: "\(areas)，图层 \(values.name)，\(values.features.count) 个要素，病例列 \(cases)。",
      en: "\(areas), layer \(values.name), \(values.features.count) features, cases in \(cases).")
    let plane = try MetrePlane(values, from: reading.from, &record)
    let table = try ScanTable(values, plane, fields, model)
    record.note(table.count, of: table, fields)
    record.note(settings, table, fields)
    let outcome = try scan(table)
    record.note(outcome.result, settings, alpha: alpha, isIterative: iterative)
    let warnings =
      try draw(values, outcome, console) ?? write(values, places, outcome, plane, &record)
    for warning in values.warnings + warnings { console.warn(warning) }
    try record.tell(console, report: report, overwrite: reading.overwrite)
    let summary = ScanSummary(
      outcome: outcome, layer: values, id: places.id, output: output, record: record)
    console.result(summary.text(console.language), json: summary.json)
  }

  private func scan(_ table: ScanTable) throws -> ScanOutcome {
    do {
      let scan = ScanStatistic(settings)
      let result =
        iterative
        ? try scan.clusters(table.areas, oneByOneAt: alpha) : try scan.clusters(table.areas)
      return ScanOutcome(table, settings, result, alpha: alpha)
    } catch .tooManyWindows {
      throw CommandFailure(
        status: .badData, message: "there are too many windows for the memory", file: areas,
        hint: "Give a smaller --max-share or --max-radius, or --shape circle.")
    }
  }

  /// Draws the areas if a picture is asked for.
  private func draw(
    _ values: ValueLayer, _ outcome: ScanOutcome, _ console: Console
  ) throws -> [String]? {
    guard let file = PictureFile(output, format: reading.format, overwrites: reading.overwrite)
    else { return nil }
    let drawn = outcome.picture(
      of: values, cases: cases, from: reading.from, words: picture.words(console.language))
    return try Interruption.whilePolling { try file.write(drawn.picture(), of: areas) }
  }

  private func write(
    _ values: ValueLayer, _ places: ScanFields.Places, _ outcome: ScanOutcome, _ plane: MetrePlane,
    _ record: inout AnalysisRecord
  ) throws -> [String] {
    let written = HotspotsOutput(
      layer: values, columns: ScanColumns(outcome, besides: values.fields), from: reading.from,
      numbers: [places.population, places.controls, places.expected].compactMap(\.self),
      style: outcome.style)
    let windows = ScanWindowLayer(outcome: outcome, plane: plane, layer: values)
    var holdsWindows = false
    let warnings = try Interruption.whilePolling {
      try written.write(to: output, format: reading.format, overwrite: reading.overwrite) {
        writer in
        guard ScanWindowLayer.drivers.contains(writer.driver) else { return }
        holdsWindows = true
        try windows.write(to: &writer)
      }
    }
    record.note(
      "layers",
      zh: holdsWindows ? "图层 clusters 是各聚集的窗口。" : "该格式只有一个图层：窗口的轮廓只写入 GeoPackage。",
      en: holdsWindows
        ? "The layer clusters has the windows."
        : "This format holds one layer: windows are drawn in a GeoPackage only.")
    return warnings
  }

  private var fields: ScanFields {
    ScanFields(
      cases: cases, population: population, controls: controls, expected: expected, time: time,
      id: id)
  }

  private var settings: ScanSettings {
    var settings = ScanSettings()
    settings.model = model
    settings.direction = find
    settings.shapes = shape.shapes
    settings.penalty = penalty
    settings.maxShare = maxShare
    settings.maxRadius = maxRadius ?? .infinity
    settings.minCases = minCases
    settings.maxTimeShare = maxTime
    settings.isProspective = alive
    settings.includesTemporal = temporal
    settings.replications = replications
    settings.stopAfter = stopAfter
    settings.seed = seed
    return settings
  }
}
