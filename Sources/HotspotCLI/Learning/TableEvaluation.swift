import Geo
import Inspection
import Terminal

/// Fits a model to the training rows of a table and judges it on the test rows.
struct TableEvaluation {
  /// Options of the evaluation.
  struct Settings {
    var replicates: Int?
    var seed: UInt64
    var lassoShare: Double
    var triesBends: Bool
  }

  let source: InspectionTable
  let model: OutcomeModel
  /// Scored for the mean inspector.
  let figures: JudgedScores
  /// Scored for those who really inspected; nil without an inspector.
  let withInspector: JudgedScores?

  init(
    _ source: InspectionTable, settings: Settings, file: String, record: inout AnalysisRecord
  ) throws {
    self.source = source
    let table = source.table
    let training = source.isTest.indices.filter { !source.isTest[$0] }
    let tests = source.isTest.indices.filter { source.isTest[$0] }
    try Self.checkOutcomes(table, training, of: "training", file: file)
    try Self.checkOutcomes(table, tests, of: "test", file: file)
    for name in SeparatingPredictors.names(
      of: table.predictors, outcomes: table.outcomes, rows: training)
    {
      record.add(.separating(name))
    }
    var search = PenaltySearch()
    search.lassoShare = settings.lassoShare
    search.triesBends = settings.triesBends
    do {
      model = try OutcomeModel(table, rows: training, settings: search)
    } catch {
      throw CommandFailure(
        status: .software, message: "the regression cannot be fitted (\(error))", file: file,
        hint: "This is our fault: report it with the command that you ran.")
    }
    try Self.checkFeatures(model, of: table, file: file)
    for remark in model.encoding.remarks + model.encoding.unseen(in: table, rows: tests) {
      record.add(remark)
    }
    record.add(model)
    let replicates =
      settings.replicates ?? (tests.count <= 20_000 ? 1000 : tests.count <= 100_000 ? 200 : 50)
    let (model, seed) = (model, settings.seed)
    let judge = { (withInspector: Bool) in
      JudgedScores(
        linear: model.linear(table, rows: tests, withInspector: withInspector),
        outcomes: tests.map { table.outcomes[$0] }, times: tests.map { table.times[$0] },
        replicates: replicates, seed: seed)
    }
    figures = judge(false)
    withInspector = model.inspectors == nil ? nil : judge(true)
    if figures.figures.firstHalf == 0 {
      record.warn(
        "half", zh: "第一天就有一半以上的检查：没有前半段可比。",
        en: "More than half of the test inspections are of the first day: there is no first half.")
    }
  }

  /// Throws if no feature has more than one value.
  private static func checkFeatures(
    _ model: OutcomeModel, of table: OutcomeTable, file: String
  ) throws {
    let used = Set(model.encoding.terms.map(\.predictor))
    guard !table.predictors.contains(where: { used.contains($0.name) }) else { return }
    throw CommandFailure(
      status: .badData,
      message:
        "every feature has a single value in the training rows: there is nothing to score by",
      file: file, hint: "Name other columns in --features.")
  }

  private static func checkOutcomes(
    _ table: OutcomeTable, _ rows: [Int], of kind: String, file: String
  ) throws {
    let hits = rows.count { table.outcomes[$0] > 0.5 }
    guard hits > 0, hits < rows.count else {
      let found = hits == 0 ? "none" : "all"
      throw CommandFailure(
        status: .badData,
        message:
          "\(found) of the \(rows.count) \(kind) rows are hits: there is nothing to tell apart",
        file: file, hint: "Check --outcome (and --hit), or choose other \(kind) rows with --test.")
    }
  }
}
