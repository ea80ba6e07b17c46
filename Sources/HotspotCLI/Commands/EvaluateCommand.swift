import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Judges scores of inspections on what past inspections found.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Judge scores by what past inspections found: of a table, or of a workspace.",
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

      Without a table the past rounds of a workspace are replayed: every visit is scored with what \
      was known on the morning of its day, and told are, by round, city and topic, hit rates among \
      the best tenth, the lift over random and over hot cells only, PAI and PEI*, days to the first find; \
      and, from the random share, how many of all sites violate, with intervals that fit the draw:
        hotspot evaluate -w campaign --as-of 2018-12-23T18:00
      """)

  @Argument(
    help: "Past inspections: a file or connection that GDAL reads (default: the workspace's).")
  var table: String?
  @Option(help: "Column with the date.") var date: String?
  @Option(help: "Column with the outcome: 0 or 1, true or false, or a count.") var outcome: String?
  @Option(help: "Columns known before the inspection, with commas.") var features: String?
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
  @Option(help: "In a workspace: use what was known by this moment (default: now).")
  var asOf: Moment?
  @Option(help: "In a workspace: days whose visits are seen as of the first one's morning.")
  var every = 1
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (0...1).contains(lasso) else { throw ValidationError("--lasso is a part, 0 to 1.") }
    guard replicates.map({ (20...100_000).contains($0) }) ?? true else {
      throw ValidationError("--replicates is 20 to 100000.")
    }
    guard (1...400).contains(every) else { throw ValidationError("--every is 1 to 400 days.") }
    guard table != nil else {
      guard date == nil, outcome == nil, features == nil else {
        throw ValidationError("--date, --outcome and --features are for a table: name its file.")
      }
      return
    }
    guard date != nil, outcome != nil, !Self.names(features ?? "").isEmpty else {
      throw ValidationError("A table needs --date, --outcome and --features.")
    }
  }

  func run() throws {
    let console = output.console()
    if let report { try TextDocument.check(report, overwrite: overwrite) }
    var record = AnalysisRecord()
    if let table {
      try evaluate(table, console, &record)
    } else {
      try evaluateRounds(console, &record)
    }
    try record.tell(console, report: report, overwrite: overwrite)
  }

  private func evaluate(
    _ table: String, _ console: Console, _ record: inout AnalysisRecord
  ) throws {
    let names = InspectionColumns.Names(
      date: date ?? "", outcome: outcome ?? "", features: Self.names(features ?? ""),
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
  }

  private func evaluateRounds(_ console: Console, _ record: inout AnalysisRecord) throws {
    let workspace = try place.open()
    let weights = try workspace.evidenceWeights()
    let moment = asOf ?? .now
    let history = try workspace.history(asOf: moment)
    let replay = VisitReplay(history: history, asOf: moment, step: every)
    let records = try replay.records(console, record: &record)
    guard records.contains(where: { $0.outcome > 0.5 }) else {
      throw CommandFailure(
        status: .badData,
        message: "no visit that can be replayed found a problem: \(records.count) "
          + "visits", file: place.workspace,
        hint: "Import visits with their outcomes, or name a later --as-of.")
    }
    if weights.hashIfChanged != nil {
      record.warn(
        "weights",
        zh: "所用为 \(workspace.weightsFile) 的权重：若由这些检查校准而来，结果偏好。",
        en:
          "The weights are those of \(workspace.weightsFile): on the visits that they were fitted "
          + "to, the figures flatter them.")
    }
    let evaluation = RoundEvaluation(
      records, weights: weights, replicates: replicates ?? 200, seed: seed)
    let survey = try survey(of: workspace, history, moment, &record)
    let text = evaluation.text(console.language) + survey.text(console.language)
    console.result(text, json: evaluation.json(survey, record))
  }

  /// What the random share says of all sites.
  private func survey(
    of workspace: Workspace, _ history: FactHistory, _ moment: Moment,
    _ record: inout AnalysisRecord
  ) throws -> SurveyReport {
    let units = try workspace.drawnUnits(asOf: moment)
    let visits = try DrawnVisit.of(units, in: history, asOf: moment)
    record.add(draws: units.count, known: visits)
    return SurveyReport(domains: SurveyDomain.domains(of: visits))
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}
