import ArgumentParser
import CampaignData
import Geo
import Inspection
import Publishing
import Store
import Terminal

/// Finds anomalies in the readings of electricity meters.
struct DetectPowerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "power",
    abstract: "Find anomalies in readings of electricity meters.",
    discussion: """
      Examples:
        hotspot detect power readings.csv --ledger firms.csv --orders orders.csv -o anomalies.csv
        hotspot detect power 11月/*.csv -w campaign --zone +08:00
        hotspot detect power - --stream < part.tsv > anomalies.tsv

      READINGS are tables with columns site_id, circuit (main, production, treatment), time, and energy \
      (kWh of the interval), power (kW) or register (a counter in kWh). Thresholds are the settings of \
      the group electricity. Readings may be out of order, repeated, with gaps and counters that begin \
      anew; rows that cannot be used are listed beside the output with file, row and reason. Known \
      false alarms are kept, with severity 0 and what explains them.
      """)

  @Argument(help: "Readings: CSV, or any table that GDAL reads; - is CSV on standard input.")
  var readings: [String]
  @Option(help: "Metered sites: ledger, status, tariff, feeder, own generation.")
  var ledger: String?
  @Option(help: "Ordered stops and limits.") var orders: String?
  @Option(name: .shortAndLong, help: "CSV to write; - is standard output.") var output: String?
  @Option(
    name: .shortAndLong,
    help: "Workspace whose sites and orders count, and that gets the anomalies.")
  var workspace: String?
  @Flag(
    help:
      "Lines of tab-separated site, circuit, time, kW on standard input; anomalies as lines out.")
  var stream = false
  @Flag(
    help:
      "With --stream: headings first, a last line that counts the others; so is the answer.")
  var framed = false
  @Option(help: "How readings stand: meter (a site's together), time, or auto.")
  var order = ReadingOptions.Order.auto
  @Option(help: "What times without an offset mean, as in +08:00 (default: they are rejected).")
  var zone: String?
  @Option(help: "What a time is of its interval: start or end.")
  var stamp = ReadingOptions.Stamp.start
  @Option(help: "Readings later than this are of the future (default: now).") var asOf: Moment?
  @Option(help: "When the anomalies count as known in the workspace (default: now).")
  var knownAt: Moment?
  @Option(help: "Headings that are not known, as HEADING=COLUMN,...; may be repeated.")
  var map: [String] = []
  @Option(name: .shortAndLong, help: "Layer or sheet of the readings (default: the first).")
  var layer: String?
  @Option(help: "Encoding of text (default: UTF-8 and GB18030 are told apart).")
  var encoding: String?
  @Option(help: "Where unusable rows are listed (default: beside the output).")
  var rejects: String?
  @Option(help: "Folder for files on the way (default: TMPDIR, else /tmp).") var scratch: String?
  @Option(help: "Write what was decided to a file: text, or both languages as .json.")
  var report: String?
  @Flag(help: "Replace the output if it is there.") var overwrite = false
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    if readings.count > 1, readings.contains("-") {
      throw ValidationError("Standard input (-) comes alone.")
    }
    if stream, readings != ["-"] {
      throw ValidationError("--stream reads standard input: give - for READINGS.")
    }
    if stream, output != nil || workspace != nil {
      throw ValidationError("--stream writes to standard output: without -o and -w.")
    }
    if framed, !stream || rejects != nil {
      throw ValidationError("--framed goes with --stream, and hands rejected rows on itself.")
    }
    if !stream, output == nil, workspace == nil {
      throw ValidationError("Say where the anomalies go: -o FILE, or -w WORKSPACE.")
    }
    if let zone, Self.seconds(ofZone: zone) == nil {
      throw ValidationError("--zone is an offset from UTC, as in +08:00.")
    }
  }

  func run() throws {
    let console = manner.console()
    let now = asOf ?? .now
    for file in [output, report].compactMap(\.self) where file != "-" {
      try TextDocument.check(file, overwrite: overwrite)
    }
    let place = try workspace.map { try Workspace.open(at: $0) }
    let settings = try (place?.settings ?? WorkspaceSettings()).powerSettings()
    var record = AnalysisRecord()
    let register = try register(place, now: now, &record)
    let lines = FramedLines()
    let outcome = try Interruption.whilePolling {
      try PowerRun(
        readings, options: options(settings, now: now), settings: settings, register: register,
        rejects: framed ? lines.rejects : ReadingRejectList(path: rejectsFile(place, now: .now))
      ).outcome()
    }
    record.note(outcome, settings, register)
    if framed {
      lines.finish(outcome)
    } else if stream {
      AnomalyLines(outcome.entries).write()
    } else if let output {
      try AnomalyFile(output, overwrite: overwrite).write(outcome.entries)
    }
    let kept = try place.map {
      try PowerIntake.keep(
        outcome.entries, from: readings[0], in: $0, at: .now, knownAt: knownAt ?? .now)
    }
    try record.tell(console, report: report, overwrite: overwrite)
    let summary = PowerSummary(outcome: outcome, kept: kept, output: output, record: record)
    if stream || output == "-" {
      console.say(zh: summary.text(.zh), en: summary.text(.en))
    } else {
      console.result(summary.text(console.language), json: summary.json)
    }
    // Of a framed stream the sender has the counts, and knows of other parts.
    if !framed { try summary.refuseUnusable(readings) }
  }

  private func register(
    _ place: Workspace?, now: Moment, _ record: inout AnalysisRecord
  ) throws -> MeterRegister {
    var register = MeterRegister()
    var tables = ImportOptions()
    tables.encoding = encoding
    if let place { register.add(try place.facts(asOf: now)) }
    if let ledger { try register.readLedger(ledger, options: tables) }
    if let orders { try register.readOrders(orders, options: tables) }
    for warning in register.warnings { record.warn("tables", zh: warning, en: warning) }
    return register
  }

  private func options(_ settings: PowerSettings, now: Moment) throws -> ReadingOptions {
    var options = ReadingOptions(now: now, scratch: Self.scratchFolder(scratch))
    options.order = order
    options.stamp = stamp
    options.zone = zone.flatMap(Self.seconds(ofZone:))
    options.readingMinutes = settings.readingMinutes
    options.columnMap = try ImportCommand.columnMap(map)
    options.layer = layer
    options.encoding = encoding
    options.isFramed = framed
    if stream, !framed { options.headings = AnomalyLines.headings }
    return options
  }

  private func rejectsFile(_ place: Workspace?, now: Moment) -> String? {
    if let rejects { return rejects }
    if let output, let path = RejectedRows.path(beside: output) { return path }
    guard let place else { return nil }
    let time = now.description.prefix(19).filter { $0 != "-" && $0 != ":" }
    return "\(place.folder)/rejects/readings-\(time).csv"
  }

  /// Seconds ahead of UTC of a text such as `+08:00`, `-0330`, `8` or `Z`.
  static func seconds(ofZone text: String) -> Int? {
    if text == "Z" { return 0 }
    let sign = text.hasPrefix("-") ? -1 : 1
    let digits = text.filter { $0 != "+" && $0 != "-" && $0 != ":" }
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(\.isNumber),
      let number = Int(digits)
    else { return nil }
    let (hours, minutes) = digits.count > 2 ? (number / 100, number % 100) : (number, 0)
    guard hours <= 14, minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
