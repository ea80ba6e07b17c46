import ArgumentParser
import Publishing

/// Judges scores of inspections on what past inspections found.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Try the method on a table of past inspections.",
    discussion: """
      Examples:
        hotspot evaluate food.csv --date Inspection_Date --outcome criticalFound \\
          --features pastCritical,timeSinceLast,risk --test 2014-09-01
        hotspot evaluate visits.gpkg --date day --outcome result --hit Fail \\
          --features kind,age,district --categories district --inspector team --json

      A table is any file that GDAL reads, one inspection a row. A regularised logistic regression \
      is fitted to the training rows and scores the test rows: those that the column --test marks \
      with 1, or from the day --test on; without it the last third by date. Told are the AUC, the \
      share of hits in the first half of the test period and the days by which hits come earlier \
      when the sites are worked in order of score on the dates as they were, hit rates among the \
      best scored, and reliability, with 95 % bootstrap intervals. The effect of --inspector is in \
      the fit and out of the scores. Columns of numbers are numbers unless --categories names them.
      """)

  @Argument(help: "Past inspections: a file or connection that GDAL reads.") var table: String
  @Option(help: "Column with the date.") var date: String
  @Option(help: "Column with the outcome: 0 or 1, true or false, or a count.") var outcome: String
  @Option(help: "Columns known before the inspection, with commas.") var features: String
  @Option(help: "Features that are categories although they look like numbers, with commas.")
  var categories = ""
  @Option(help: "Column that marks test rows with 1, or their first day.") var test: String?
  @Option(help: "Column with who inspected.") var inspector: String?
  @Option(help: "Text that is a hit in the column of outcomes.") var hit: String?
  @Option(name: .shortAndLong, help: "Layer (default: the first).") var layer: String?
  @Option(help: "Encoding of text, such as GBK.") var encoding: String?
  @Option(help: "Part of the penalty that is absolute (elastic net), 0 to 1.") var lasso = 0.0
  @Flag(help: "Keep the effects of numbers straight.") var straight = false
  @Option(
    help: "Bootstrap replicates (default: 1000; above 20,000 test rows 200, above 100,000 50).")
  var replicates: Int?
  @Option(help: "Seed of the bootstrap.") var seed: UInt64 = 1
  @Option(help: "File to keep decisions and doubts in; as JSON if it ends in .json.")
  var report: String?
  @Flag(help: "Replace the report if it is there.") var overwrite = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (0...1).contains(lasso) else { throw ValidationError("--lasso is a part, 0 to 1.") }
    guard replicates.map({ (20...100_000).contains($0) }) ?? true else {
      throw ValidationError("--replicates is 20 to 100000.")
    }
    guard !Self.names(features).isEmpty else {
      throw ValidationError("--features names no column.")
    }
  }

  func run() throws {
    let console = output.console()
    if let report { try TextDocument.check(report, overwrite: overwrite) }
    var record = AnalysisRecord()
    let names = InspectionColumns.Names(
      date: date, outcome: outcome, features: Self.names(features),
      categories: Self.names(categories), test: test, inspector: inspector)
    let settings = TableEvaluation.Settings(
      replicates: replicates, seed: seed, lassoShare: lasso, triesBends: !straight)
    let evaluation = try Interruption.whilePolling {
      let source = try InspectionTable(
        reading: table, layer: layer, encoding: encoding, names: names, hit: hit, record: &record)
      return try TableEvaluation(source, settings: settings, file: table, record: &record)
    }
    let told = EvaluationReport(evaluation: evaluation, record: record, seed: seed)
    console.result(told.text(console.language), json: told.json)
    try record.tell(console, report: report, overwrite: overwrite)
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}
