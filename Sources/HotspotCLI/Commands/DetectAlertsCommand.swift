import ArgumentParser
import CampaignData
import Geo
import Inspection
import Publishing
import Store
import Terminal

/// Finds the alerts of months.
struct DetectAlertsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts",
    abstract: "Find each city's highest cells and worst changes of a month.",
    discussion: """
      Examples:
        hotspot detect alerts --month 2018-10 pm25-%Y-%m.tif -w campaign
        hotspot detect alerts --month 2018-10 2018-10=a.tif 2018-09=b.nc#9 --dry-run
        hotspot detect alerts --hour 2018-11-05T14 pm25-%Y%m%d%H.tif -w campaign
        hotspot detect alerts --month 2016-01..2016-12 --stations daily.csv \\
          --places stations.csv -o alerts.csv

      In each city the hot cells with the highest mean, the worst change on the same month of the \
      last year, and on the month before; ties kept, how many by the setting alerts_per_reason. \
      Cells alerted three months running, or six in all, are alerted as accumulated too. Rasters \
      are named as MONTH=FILE or MONTH=FILE#BAND, by a pattern with %Y and %m, or have the month in their name. \
      Stations are interpolated by inverse distance or kriging, whichever errs least when each \
      is left out; a change below that error is not alerted. With --hour cells significantly above \
      their neighbours, and those that were in many of the last 24 hours. Alerts are kept in the workspace, or \
      with -o in a file.
      """)

  @Argument(help: "Rasters of monthly means.") var rasters: [String] = []
  @Option(help: "The month, as in 2018-10, or several, as in 2018-01..2018-12.")
  var month: MonthRange?
  @Option(help: "An hour instead, as in 2018-11-05T14, for live alarms from hourly rasters.")
  var hour: AlarmHour?
  @Option(help: "Alerted cells by city and reason (default: setting alerts_per_reason).")
  var count: Int?
  @Flag(help: "Take off what the city's other cells did, for the weather's sake.")
  var weatherNormalised = false
  @Flag(help: "Alert any cell, not only hot ones.") var allCells = false
  @OptionGroup var keeping: KeepingOptions
  @OptionGroup var choice: CellOptions
  @OptionGroup var stationChoice: StationOptions
  @OptionGroup var reading: RasterOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard count.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--count is a number of cells, 1 or more.")
    }
    guard (month == nil) != (hour == nil) else {
      throw ValidationError("say of when: either --month, as in 2018-10, or --hour.")
    }
    guard hour == nil || (stationChoice.stations == nil && !weatherNormalised && count == nil)
    else {
      throw ValidationError(
        "live alarms come from rasters: leave out --stations, --weather-normalised and --count.")
    }
    guard rasters.isEmpty != (stationChoice.stations == nil) else {
      throw ValidationError(
        rasters.isEmpty
          ? "values come from rasters or from stations: name rasters, or --stations."
          : "values come from rasters or from stations, not from both.")
    }
    guard !usesWorkspace, keeping.output == nil, !keeping.dryRun else { return }
    throw ValidationError("without a workspace name an output with -o, or add --dry-run.")
  }

  /// Stations are looked at by their own cells unless others are named.
  private var usesWorkspace: Bool {
    choice.cells == nil && (stationChoice.stations == nil || choice.workspace != nil)
  }

  func run() throws {
    let console = manner.console()
    try keeping.check()
    let workspace = usesWorkspace ? try choice.open() : nil
    var record = AnalysisRecord()
    let (alerts, cells) = try Interruption.whilePolling { try detect(workspace, &record) }
    let target = keeping.dryRun ? nil : try keep(alerts, of: cells, workspace, console)
    try record.tell(console, report: keeping.report, overwrite: keeping.overwrite)
    let summary = AlertSummary(alerts: alerts, cells: cells, target: target, record: record)
    let text = manner.json ? "" : try summary.text(console.language)
    console.result(text, json: summary.json)
  }

  private func detect(
    _ workspace: Workspace?, _ record: inout AnalysisRecord
  ) throws -> ([FoundAlert], CellLayer) {
    let settings = workspace?.settings ?? WorkspaceSettings()
    if let hour { return try detectLive(hour.moment, workspace, settings, &record) }
    guard let month else { return ([], try choice.layer(of: workspace)) }
    let (cells, field) = try readings(month, workspace, settings, &record)
    let count = count ?? settings.integer("alerts_per_reason")
    record.note(
      "rule",
      zh: "每市每类预警 \(count) 个网格，并列者保留"
        + (weatherNormalised ? "；变化已扣除本市其他网格的变化。" : "。"),
      en: "Alerted cells by city and reason: \(count), ties kept"
        + (weatherNormalised ? "; changes are beyond those of the city's other cells." : "."))
    var run = MonthlyAlerts(
      .init(
        count: count, isWeatherNormalised: weatherNormalised,
        escalation: EscalationRule(
          consecutive: settings.integer("notice_consecutive_alerts"),
          total: settings.integer("notice_total_alerts"))),
      cells: cells, candidates: try candidates(cells, &record), field: field,
      history: try history(workspace))
    for month in month.months { run.add(month, &record) }
    return (run.found, cells)
  }

  private func detectLive(
    _ hour: Moment, _ workspace: Workspace?, _ settings: WorkspaceSettings,
    _ record: inout AnalysisRecord
  ) throws -> ([FoundAlert], CellLayer) {
    let files = try HourlyRasters(rasters, until: hour)
    let cells = try choice.layer(of: workspace)
    let live = LiveAlarms(
      rule: LiveAlarmRule(alpha: settings.real("live_alpha")),
      accumulated: AccumulatedAlarmRule(hours: settings.integer("accumulated_hours")),
      cells: cells, candidates: try candidates(cells, &record))
    let alerts = try live.run(files, at: hour, &record) { path in
      reading.source(path, settings: settings)
    }
    return (alerts, cells)
  }

  /// The cells and their values by month.
  private func readings(
    _ month: MonthRange, _ workspace: Workspace?, _ settings: WorkspaceSettings,
    _ record: inout AnalysisRecord
  ) throws -> (CellLayer, MonthlyField) {
    if let stations = stationChoice.stations {
      let series = try StationSeries(reading: stations)
      let places = try StationPlaces(
        reading: stationChoice.places ?? stations, from: reading.from)
      let stations = try StationField(
        series, places, leastDays: settings.integer("month_days"))
      let cells =
        workspace == nil && choice.cells == nil
        ? stations.stationCells() : try choice.layer(of: workspace)
      let field = try stations.field(of: month.needed, at: cells, &record)
      guard month.months.contains(where: { field.values[$0] != nil }) else {
        throw CommandFailure(
          status: .badData, message: "fewer than three stations have enough days in \(month.first)",
          file: series.path, hint: "Check --month, or lower the setting month_days.")
      }
      return (cells, field)
    }
    let needed = month.needed
    let files = try MonthlyRasters(rasters, needed: needed)
    try check(files, month)
    let cells = try choice.layer(of: workspace)
    var field = MonthlyField()
    for (month, path) in files.paths.sorted(by: { $0.key < $1.key })
    where needed.contains(month) {
      let source = reading.source(path, settings: settings)
      let means = try source.means(of: cells)
      means.note(&record, label: month.description)
      field.values[month] = means.values
      field.inputs[month] =
        InputDigest.hexadecimal(ofFile: source.path) ?? InputDigest.hexadecimal(of: means.values)
    }
    return (cells, field)
  }

  private func check(_ files: MonthlyRasters, _ month: MonthRange) throws {
    let known = files.paths.keys.sorted().map(\.description).joined(separator: ", ")
    guard month.months.contains(where: { files.paths[$0] != nil }) else {
      throw CommandFailure(
        status: .inputMissing, message: "there is no raster of \(month.first), only of \(known)",
        file: rasters.first, hint: "Name it, as in \(month.first)=FILE, or correct --month.")
    }
  }

  private func candidates(_ cells: CellLayer, _ record: inout AnalysisRecord) throws -> [Bool] {
    if allCells || (cells.wasHot == nil && cells.stored.isEmpty) {
      record.note(
        "candidates", zh: "所有 \(cells.count) 个网格都可预警。",
        en: "Any of the \(cells.count) cells may be alerted.")
      return [Bool](repeating: true, count: cells.count)
    }
    guard let hot = cells.wasHot, hot.contains(true) else {
      throw CommandFailure(
        status: .badData, message: "no cell is hot yet, and only hot cells are alerted",
        file: cells.path,
        hint: "Run `hotspot detect hot-cells` first, or add --all-cells.")
    }
    let count = hot.count { $0 }
    record.note(
      "candidates", zh: "只预警热点网格：\(count) 个。", en: "Only hot cells are alerted: \(count) of them.")
    return hot
  }

  /// The months in which cells were alerted by what the workspace knows.
  private func history(
    _ workspace: Workspace?
  ) throws -> [(cellID: String, month: CalendarMonth)] {
    let monthly: [AlertReason] = [.level, .yearOnYear, .monthOnMonth]
    guard let workspace else { return [] }
    return try workspace.alerts(asOf: choice.asOf ?? .now).compactMap { alert in
      guard monthly.contains(where: { $0.rawValue == alert.reason }),
        let month = CalendarMonth(alert.period)
      else { return nil }
      return (alert.cellID, month)
    }
  }

  private func keep(
    _ alerts: [FoundAlert], of cells: CellLayer, _ workspace: Workspace?, _ console: Console
  ) throws -> String? {
    let now = Moment.now
    let knownAt = keeping.knownAt ?? now
    if let output = keeping.output {
      let file = AlertFile(alerts: alerts, cells: cells, issuedAt: knownAt)
      let warnings = try file.write(
        to: output, format: keeping.format, overwrite: keeping.overwrite)
      for warning in warnings { console.warn(warning) }
      return output
    }
    guard let workspace else { return nil }
    let facts = alerts.map { $0.fact(of: cells, knownAt: knownAt) }
    let added = try workspace.write { transaction in
      try transaction.append(alerts: facts, from: FoundAlert.detectedBy, importedAt: now)
    }
    console.say(
      zh: "工作区新增预警 \(added) 条，其余已有。", en: "Alerts added to the workspace: \(added), others known.")
    return workspace.folder
  }
}
