package import CampaignData
package import Inspection
package import Publishing
package import Store

/// Gathers the problems of a workspace as a moment has them.
package struct ProblemDesk {
  /// Every version of every problem.
  package let ledger: ProblemLedger
  /// The problems with where they were found.
  package let book: ProblemBook
  /// The facts that they were joined to.
  package let snapshot: Snapshot

  /// Reads a workspace.
  package init(_ workspace: Workspace, asOf moment: Moment) throws {
    ledger = try workspace.problemLedger(asOf: moment)
    snapshot = try Snapshot(asOf: moment, facts: workspace.facts(asOf: moment))
    book = try ProblemBook(ledger, snapshot: snapshot)
  }

  /// The day's list: what was handed over on it, as it was then; if nothing was, what is ready to be.
  ///
  /// What was handed over is listed by the facts of that moment, so that it is the same list whenever
  /// it is printed.
  package static func handOver(
    on day: CalendarDate, cityCode: String?, in workspace: Workspace, asOf moment: Moment
  ) throws -> (list: HandOverDocument, count: Int, isDraft: Bool) {
    let ledger = try workspace.problemLedger(asOf: moment)
    let handed = HandOver.handedOver(on: day, in: ledger)
    let last = handed.map(\.knownAt).max()
    let desk = try ProblemDesk(workspace, asOf: last ?? moment)
    let versions = Dictionary(handed.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let records = desk.book.records.filter { record in
      (cityCode ?? record.cityCode) == record.cityCode
        && (last == nil
          ? record.history.state == .reviewed : versions[record.problem.id] != nil)
    }
    let list = HandOverDocument(
      .day(day), records: records, versions: versions, scope: cityCode.map(cityName),
      isDraft: last == nil, asOf: last ?? moment)
    return (list, records.count, last == nil)
  }

  /// The formal list of a round: everything of it that was handed over.
  package func letter(
    round: Int, scope: LetterScope
  ) -> (list: HandOverDocument, count: Int) {
    let records = book.records.filter {
      $0.round == round && $0.problem.handedOverAt != nil && scope.contains($0)
    }
    return (
      HandOverDocument(
        .round(round), records: records, scope: scope.name, asOf: snapshot.asOf), records.count
    )
  }

  /// A city's name in both languages.
  package static func cityName(_ code: String) -> ReportPhrase {
    let city = CampaignData.city(code: code)
    return ReportPhrase(zh: city?.nameZH ?? code, en: city?.nameEN ?? code)
  }
}
