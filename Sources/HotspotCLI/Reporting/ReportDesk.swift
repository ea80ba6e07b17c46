import CampaignData
import Inspection
import Publishing
import Store

/// Gathers what is known, counts it and hands the report over.
struct ReportDesk {
  /// By what is known at this moment.
  let moment: Moment
  private let options: ReportOptions
  private let workspace: Workspace
  private let console: Console
  private let cityCode: String?

  init(_ options: ReportOptions, workspace: Workspace, console: Console) throws {
    if let output = options.output { try TextDocument.check(output, overwrite: options.overwrite) }
    if let report = options.report { try TextDocument.check(report, overwrite: options.overwrite) }
    self.options = options
    self.workspace = workspace
    self.console = console
    cityCode = try options.cityCode()
    // Days that the clock has not ended are not over, whatever moment is asked for.
    moment = min(options.asOf ?? .now, .now)
  }

  /// Reports a period.
  func report(_ period: ReportPeriod) throws {
    var record = AnalysisRecord()
    let snapshot = try Snapshot(asOf: moment, facts: workspace.facts(asOf: moment))
    let (planned, unreadable) = try plannedVisits(of: period)
    let source = FollowUpSource(
      snapshot: snapshot, bases: try workspace.visitChoices(asOf: moment).mapValues(\.basis),
      problems: try workspace.problems(asOf: moment), planned: planned,
      drawn: try drawnVisits(of: period))
    let figures = try FollowUpFigures(
      source, period: period, cityCode: cityCode, rule: options.rule)
    let report = FollowUpReport(figures, facts: snapshot.facts, unreadablePlans: unreadable)
    let document = report.document
    for phrase in document.warnings {
      record.warn("report", zh: phrase.zh, en: phrase.en)
    }
    if !record.entries.isEmpty || options.report != nil {
      try record.tell(console, report: options.report, overwrite: options.overwrite)
    }
    try text(of: document).deliver(
      to: options.output, overwrite: options.overwrite, console: console)
  }

  private func text(of document: ReportDocument) -> TextDocument {
    let language = console.language
    return switch options.of {
    case .html: TextDocument(ReportPage(document, language: language).html)
    case .csv: TextDocument(ReportData(document, language: language).csv)
    case .json: TextDocument(ReportData(document, language: language).json.lines(depth: 4))
    }
  }

  /// The stops of days that are over; without the key of sealed ones none, and why.
  private func plannedVisits(
    of period: ReportPeriod
  ) throws -> (visits: [PlannedVisit], unreadable: String?) {
    do {
      let visits = try period.rounds.flatMap {
        try workspace.plannedVisits(in: $0, before: period.openDay, asOf: moment)
      }
      return (visits, nil)
    } catch let error as StoreError
      where [.inputMissing, .refused, .unavailable].contains(error.code)
    {
      return ([], error.message)
    }
  }

  /// What became of the sites drawn by lot.
  private func drawnVisits(of period: ReportPeriod) throws -> [DrawnVisit] {
    let rounds = Set(period.rounds.map(\.number))
    let units = try workspace.drawnUnits(asOf: moment).filter { rounds.contains($0.round) }
    guard !units.isEmpty else { return [] }
    return try DrawnVisit.of(units, in: workspace.history(asOf: moment), asOf: moment)
  }
}
